package steward.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.concurrent.Executors;
import javafx.application.Platform;

/** The arrows of the house, beside the POMs. */
@AnalyzeClasses(packages = "steward", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Packages of the app that everybody in it may use; all others are features. */
    private static final Set<String> SHARED = Set.of(
            "shell",
            "chart",
            "control",
            "theme",
            "dialog",
            "notice",
            "fx",
            "settings",
            "i18n",
            "intake",
            "cli",
            "tour");

    @ArchTest
    static final ArchRule rooms_follow_the_arrows = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("api")
            .definedBy("steward.api..")
            .layer("people")
            .definedBy("steward.people..")
            .layer("store")
            .definedBy("steward.store..")
            .layer("sync")
            .definedBy("steward.sync..")
            .layer("server")
            .definedBy("steward.server..")
            .layer("app")
            .definedBy("steward.app..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("server")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("sync")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("sync", "app")
            .whereLayer("people")
            .mayOnlyBeAccessedByLayers("app");

    @ArchTest
    static final ArchRule nothing_below_the_app_sees_the_toolkit = noClasses()
            .that()
            .resideOutsideOfPackage("steward.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.controlsfx..", "org.kordamp..", "atlantafx..");

    @ArchTest
    static final ArchRule only_the_wiring_names_the_server = noClasses()
            .that(resideInAPackage("steward.app..").and(DescribedPredicate.not(named("steward.app.Wiring"))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("steward.server..");

    @ArchTest
    static final ArchRule features_know_no_other_feature =
            slices().assignedFrom(new Features()).should().notDependOnEachOther();

    @ArchTest
    static final ArchRule shared_packages_know_no_feature = noClasses()
            .that(resideInAnyPackage(SHARED.stream()
                    .filter(name -> !name.equals("cli") && !name.equals("tour"))
                    .map(name -> "steward.app." + name + "..")
                    .toArray(String[]::new)))
            .should()
            .dependOnClassesThat(new IsFeature());

    @ArchTest
    static final ArchRule the_look_knows_no_domain = noClasses()
            .that()
            .resideInAnyPackage(
                    "steward.app.chart..",
                    "steward.app.control..",
                    "steward.app.theme..",
                    "steward.app.dialog..",
                    "steward.app.notice..",
                    "steward.app.fx..",
                    "steward.app.i18n..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "steward.api..", "steward.store..", "steward.sync..", "steward.people..", "steward.app.shell..");

    @ArchTest
    static final ArchRule an_import_and_the_doctor_need_no_window = noClasses()
            .that()
            .resideInAnyPackage("steward.app.intake..", "steward.app.cli..", "steward.app.doctor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "org.kordamp..", "steward.app.control..", "steward.app.fx..");

    @ArchTest
    static final ArchRule one_door_to_the_toolkit_thread = noClasses()
            .that(resideInAPackage("steward..").and(DescribedPredicate.not(named("steward.app.fx.FxThread"))))
            .should()
            .callMethod(Platform.class, "runLater", Runnable.class);

    @ArchTest
    static final ArchRule threads_come_from_the_background = noClasses()
            .that(resideInAPackage("steward.app..")
                    .and(DescribedPredicate.not(resideInAnyPackage("steward.app.fx..", "steward.app.tour..")))
                    .and(DescribedPredicate.not(
                            named("steward.app.Wiring").or(named("steward.app.StewardApplication")))))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Executors.class)
            .orShould()
            .callConstructorWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                    com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                            com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(Thread.class))))
            .orShould()
            .callMethod(Thread.class, "ofVirtual")
            .orShould()
            .callMethod(Thread.class, "ofPlatform");

    @ArchTest
    static final ArchRule view_models_need_no_toolkit = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat(resideInAPackage("javafx..")
                    .and(DescribedPredicate.not(
                            resideInAnyPackage("javafx.beans..", "javafx.collections..", "javafx.util.."))));

    @ArchTest
    static final ArchRule features_do_no_io = noClasses()
            .that(new IsFeature())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "java.net.http..", "feign..", "okhttp3..", "org.jdbi..");

    @ArchTest
    static final ArchRule constructors_stay_small = noConstructors()
            .that(new DescribedPredicate<JavaConstructor>("are of classes, not of records or enums") {
                @Override
                public boolean test(JavaConstructor constructor) {
                    JavaClass owner = constructor.getOwner();
                    return !owner.isRecord()
                            && !owner.isEnum()
                            && !owner.isAnonymousClass()
                            && owner.getEnclosingClass().isEmpty()
                            && constructor.getRawParameterTypes().size() > 6;
                }
            })
            .should()
            .bePublic()
            .orShould()
            .bePackagePrivate()
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_name_that_says_nothing = classes()
            .should()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Util");

    private static DescribedPredicate<JavaClass> named(String className) {
        return new DescribedPredicate<>("are " + className) {
            @Override
            public boolean test(JavaClass each) {
                return each.getName().equals(className) || each.getName().startsWith(className + "$");
            }
        };
    }

    private static String feature(JavaClass each) {
        String prefix = "steward.app.";
        if (!each.getPackageName().startsWith(prefix)) {
            return null;
        }
        String name = each.getPackageName().substring(prefix.length()).split("\\.")[0];
        return SHARED.contains(name) ? null : name;
    }

    private static final class IsFeature extends DescribedPredicate<JavaClass> {
        IsFeature() {
            super("are of a feature");
        }

        @Override
        public boolean test(JavaClass each) {
            return feature(each) != null;
        }
    }

    private static final class Features implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass each) {
            String feature = feature(each);
            return feature == null ? SliceIdentifier.ignore() : SliceIdentifier.of(feature);
        }

        @Override
        public String getDescription() {
            return "features of the app";
        }
    }
}
