# Everything a developer types. Needs a JDK 21 or newer, which it finds by itself, and Maven 3.8.6
# or newer. Written for GNU make 3.81 (macOS) and newer, and a POSIX shell.

# The gateway's port; everything else is counted from it (DESIGN section 1).
PORT ?= 8080
# Another registry file than the demo's.
REGISTRY ?=
# Of `make demo` and `make simulate`: what to pass on, for example ARGS="--client auth0-style-tv".
# Make would read `make demo --approve` as an option of its own, hence APPROVE=1.
ARGS ?=
APPROVE ?=
# Of `make bench`: 1 for two minutes instead of twenty. ARGS are its options too.
QUICK ?=
# Of `make registry-check`: the file, an older version whose differences are wanted, text or json,
# and `local` for a file of a developer's machine.
FILE ?=
AGAINST ?=
FORMAT ?= text
PROFILE ?=
# Of `make rolling`: the release that is replaced, a tag, branch or commit.
FROM ?=

# Of `make chaos`: for how long, the dice of an earlier run, and a part of the names of faults.
MINUTES ?= 10
SEED ?=
ONLY ?=
# Of `make screens`: the folder for its pictures.
SCREENS ?= target/screens

LOCAL := deploy/local
SIMULATOR := fleet-simulator
BENCH := deploy/bench
KUBERNETES := deploy/kubernetes
IMAGES := deploy/images
REGISTRY_READER := device-authz-service/target/quarkus-app/quarkus-run.jar
SERVICES := device-authz-service token-service verification-ui
# Outside: what is built here is looked for in all of this folder.
BEFORE := $(or $(TMPDIR),/tmp)/latchkey-release-before
comma := ,
empty :=
space := $(empty) $(empty)
listed = $(subst $(space),$(comma),$(strip $(1)))

jdk = JAVA_HOME="$$(sh $(LOCAL)/find-jdk.sh)" && export JAVA_HOME
mvn = $(jdk) && mvn="$$(sh $(LOCAL)/find-maven.sh)" && "$$mvn" -B
java = "$$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dslf4j.internal.verbosity=ERROR \
	-XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	-cp '$(LOCAL)/target/classes:$(LOCAL)/target/lib/*'

export MVN

.PHONY: help up demo demo-approve simulate registry-check test e2e rolling chaos screens manifests images images-check native native-test bench fmt rebuild

help: ## this list
	@echo 'Latchkey. Usage: make TARGET [PORT=8080]'
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1	/p' Makefile | while IFS='	' read -r target words; do \
		printf '  %-14s %s\n' "$$target" "$$words"; done

up: $(LOCAL)/target/built ## run everything on this machine until Ctrl-C (PORT=8080, REGISTRY=file.yaml)
	@$(jdk) && exec $(java) dev.latchkey.local.Up . '$(PORT)' '$(REGISTRY)'

demo: ## a TV in text signs in; needs `make up` (PORT=8080, APPROVE=1, ARGS=...)
	@[ -d $(LOCAL)/target/lib ] || $(MAKE) --no-print-directory $(LOCAL)/target/built # never under a running system
	@$(jdk) && terminal= && { [ ! -t 1 ] || terminal=--terminal; } && \
		exec $(java) dev.latchkey.local.demo.Demo --port '$(PORT)' $$terminal $(if $(APPROVE),--approve) $(ARGS)

demo-approve: ## the same, and it plays the person with the phone too
	@$(MAKE) --no-print-directory demo APPROVE=1

simulate: $(SIMULATOR)/target/built ## a fleet of virtual devices (ARGS="burst --devices 500", see fleet-simulator/README.md)
	@$(jdk) && exec "$$JAVA_HOME/bin/java" -XX:+IgnoreUnrecognizedVMOptions \
		--sun-misc-unsafe-memory-access=allow -jar $(SIMULATOR)/target/fleet-simulator-*.jar $(or $(ARGS),--help)

registry-check: $(REGISTRY_READER) ## would this registry be taken over, and what would change? (FILE=new.yaml, AGAINST=old.yaml, FORMAT=json, PROFILE=local)
	@$(jdk) && exec "$$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dslf4j.internal.verbosity=ERROR \
		-XX:+IgnoreUnrecognizedVMOptions --sun-misc-unsafe-memory-access=allow \
		-Djava.util.logging.manager=org.jboss.logmanager.LogManager \
		-cp '$(REGISTRY_READER)' dev.latchkey.authz.registry.check.RegistryCheck '$(FILE)' \
		$(if $(AGAINST),--against '$(AGAINST)') --format '$(FORMAT)' $(if $(PROFILE),--profile '$(PROFILE)')

# Three modules at a time where their order allows it: the services wait more than they compute.
test: ## every test: units, services, the whole system with a browser
	@sh $(LOCAL)/find-browser.sh
	@sh $(KUBERNETES)/find-kubectl.sh >/dev/null
	@sh $(KUBERNETES)/find-schemas.sh >/dev/null
	$(mvn) -T 3 -Pnative-sources verify

e2e: ## only the tests of the whole system
	@sh $(LOCAL)/find-browser.sh
	$(mvn) verify -pl $(call listed,$(SERVICES) $(LOCAL) deploy/e2e) -am \
		-Dtest='dev/latchkey/e2e/**,!Screens' -Dsurefire.failIfNoSpecifiedTests=false

rolling: ## replace another release by this one under load, each built from source (FROM=tag or commit)
	@[ -n '$(FROM)' ] || { echo 'Which release is replaced? make rolling FROM=v0.1.0' >&2; exit 2; }
	@[ -d '$(BEFORE)' ] || git worktree add --force --detach '$(BEFORE)' '$(FROM)'
	git -C '$(BEFORE)' checkout --quiet --detach '$(FROM)'
	$(mvn) -q -f '$(BEFORE)/pom.xml' -DskipTests package -pl $(call listed,$(SERVICES)) -am
	$(mvn) -q -DskipTests package -pl $(call listed,$(SERVICES)) -am
	$(mvn) verify -pl deploy/e2e -am -Dtest=RollingUpdateTest -Dsurefire.failIfNoSpecifiedTests=false \
		-Dlatchkey.rolling.from='$(BEFORE)'
chaos: ## kill, freeze and cut off everything under load; writes docs/reliability.md (MINUTES=10, SEED=..., ONLY='kill PostgreSQL')
	$(mvn) verify -pl $(call listed,$(SERVICES) $(LOCAL) $(BENCH) deploy/chaos) -am -Dchaos.alone \
		-Dtest='dev/latchkey/chaos/**' -Dsurefire.failIfNoSpecifiedTests=false -Dchaos.minutes='$(MINUTES)' \
		-Dchaos.seed='$(SEED)' -Dchaos.only='$(ONLY)' $(if $(ONLY),,-Dchaos.page=docs/reliability.md)

screens: ## pictures of every page, into SCREENS=folder
	@sh $(LOCAL)/find-browser.sh
	$(mvn) verify -pl $(call listed,$(SERVICES) $(LOCAL) deploy/e2e) -am \
		-Dtest=Screens -Dsurefire.failIfNoSpecifiedTests=false -Dlatchkey.screens='$(abspath $(SCREENS))'

manifests: ## write what is made of deploy/kubernetes: the base, by the services' builds, and routes and alerts
	@$(mvn) -q -Dstyle.color=never -DskipTests package -pl $(call listed,$(SERVICES) $(LOCAL) $(KUBERNETES)) -am
	@$(jdk) && exec "$$JAVA_HOME/bin/java" -cp '$(KUBERNETES)/target/classes:$(KUBERNETES)/target/lib/*' \
		dev.latchkey.kubernetes.make.MakeManifests .

# The base image is a setting; `make images BASE=scratch` needs no registry.
BASE ?=
images: ## images of the services as OCI tars, without daemon or registry (BASE=image or scratch)
	$(mvn) -Pimages -DskipTests package -pl $(IMAGES) -am $(if $(BASE),-Dimage.base='$(BASE)') \
		-Dimage.revision="$$(git rev-parse HEAD 2>/dev/null || echo unknown)"

images-check: ## run what is in these tars, sealed off as a cluster does (Linux, root)
	@$(jdk) && exec "$$JAVA_HOME/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dslf4j.internal.verbosity=ERROR \
		-XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
		-cp '$(IMAGES)/target/classes:$(IMAGES)/target/lib/*' dev.latchkey.images.ImageCheck .

# With GRAALVM_HOME or native-image on the path it is built here, else in a container.
native: ## native executables of the services (GraalVM or Mandrel for JDK 25, or docker or podman)
	$(jdk) && where="$$(sh $(LOCAL)/find-native.sh)" && mvn="$$(sh $(LOCAL)/find-maven.sh)" && \
		"$$mvn" -B -Dnative -Pimages -DskipTests package -pl $(call listed,$(SERVICES)) -am $$where

native-test: ## the tests of the whole system against these executables
	@sh $(LOCAL)/find-browser.sh
	$(mvn) verify -pl $(call listed,$(LOCAL) deploy/e2e) -am \
		-Dtest='dev/latchkey/e2e/**,!Screens' -Dsurefire.failIfNoSpecifiedTests=false -Dlatchkey.executables=true

bench: $(BENCH)/target/built ## measure what a device costs; writes docs/performance.md (QUICK=1, ARGS=--help)
	@$(jdk) && exec "$$JAVA_HOME/bin/java" -XX:+UseSerialGC -Xmx512m -Dslf4j.internal.verbosity=ERROR \
		-XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
		-cp '$(BENCH)/target/classes:$(BENCH)/target/lib/*' dev.latchkey.bench.Bench . $(if $(QUICK),--quick) $(ARGS)

fmt: ## format the code as the build wants it
	$(mvn) -q spotless:apply

# What `make up` runs is built when a source is newer than the last build (folders count, so that a
# deleted file does too), or when something built has gone.
BUILT_FROM := pom.xml $(foreach module,grant-state oauth-wire $(SERVICES) $(LOCAL),\
	$(module)/pom.xml $(shell find $(module)/src/main 2>/dev/null))
BUILT := $(SERVICES:%=%/target/quarkus-app/quarkus-run.jar) $(LOCAL)/target/classes $(LOCAL)/target/lib

$(LOCAL)/target/built: $(BUILT_FROM) $(if $(filter-out $(words $(wildcard $(BUILT))),$(words $(BUILT))),rebuild)
	@echo 'Building (the first time, Maven also fetches what the build needs).'
	@$(mvn) -q -Dstyle.color=never -DskipTests package -pl $(call listed,$(SERVICES) $(LOCAL)) -am
	@touch $@

# The same for `make bench`, which also runs a baseline.
BENCHED := $(BENCH) $(BENCH)-rest
BENCHED_FROM := $(foreach module,$(BENCHED),$(module)/pom.xml $(shell find $(module)/src/main 2>/dev/null))
BENCHED_BUILT := $(BUILT) $(BENCH)/target/classes $(BENCH)/target/lib $(BENCH)-rest/target/quarkus-app/quarkus-run.jar

$(BENCH)/target/built: $(BUILT_FROM) $(BENCHED_FROM) \
		$(if $(filter-out $(words $(wildcard $(BENCHED_BUILT))),$(words $(BENCHED_BUILT))),rebuild)
	@echo 'Building (the first time, Maven also fetches what the build needs).'
	@$(mvn) -q -Dstyle.color=never -DskipTests package -pl $(call listed,$(SERVICES) $(BENCHED)) -am
	@touch $@

$(SIMULATOR)/target/built: pom.xml $(SIMULATOR)/pom.xml $(shell find $(SIMULATOR)/src/main 2>/dev/null)
	@$(mvn) -q -Dstyle.color=never -DskipTests package -pl $(SIMULATOR) -am
	@touch $@

# The service that reads the registry, as `make up` runs it too.
$(REGISTRY_READER): pom.xml $(foreach module,grant-state oauth-wire device-authz-service,\
		$(module)/pom.xml $(shell find $(module)/src/main 2>/dev/null))
	@$(mvn) -q -Dstyle.color=never -DskipTests package -pl device-authz-service -am
