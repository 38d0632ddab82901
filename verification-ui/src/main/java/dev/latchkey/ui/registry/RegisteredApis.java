package dev.latchkey.ui.registry;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class RegisteredApis implements PanacheRepositoryBase<RegisteredApiRow, String> {}
