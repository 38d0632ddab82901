package dev.latchkey.ui.verify;

import dev.latchkey.ui.consent.ScopeGroup;
import dev.latchkey.ui.page.FormFields;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** templates/Consent.html */
record Consent(
    FormFields form,
    String client,
    String code,
    String name,
    List<ScopeGroup> groups,
    String change)
    implements TemplateInstance {}
