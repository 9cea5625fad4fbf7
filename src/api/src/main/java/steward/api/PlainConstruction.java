package steward.api;

import java.lang.reflect.Constructor;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.module.SimpleModule;

/**
 * Lets Jackson make records by plain reflection. By itself it calls their constructors through method handles, and for each
 * signature Java spins a dozen classes at run time, which no AOT cache keeps: a tenth of the program's start. Thread-safe.
 */
final class PlainConstruction extends ValueInstantiators.Base {

    static JacksonModule module() {
        return new SimpleModule(PlainConstruction.class.getSimpleName()) {
            private static final long serialVersionUID = 1;

            @Override
            public void setupModule(SetupContext context) {
                context.addValueInstantiators(new PlainConstruction());
            }
        };
    }

    @Override
    public ValueInstantiator modifyValueInstantiator(
            DeserializationConfig config, BeanDescription.Supplier described, ValueInstantiator given) {
        return described.getBeanClass().isRecord() && given instanceof StdValueInstantiator standard
                ? new Plain(standard)
                : given;
    }

    private static final class Plain extends StdValueInstantiator {
        private static final long serialVersionUID = 1;

        Plain(StdValueInstantiator standard) {
            super(standard);
        }

        @Override
        public Object createFromObjectWith(DeserializationContext context, Object[] arguments) {
            if (!(getWithArgsCreator().getAnnotated() instanceof Constructor<?> constructor)) {
                return super.createFromObjectWith(context, arguments);
            }
            try {
                return constructor.newInstance(arguments);
            } catch (ReflectiveOperationException | RuntimeException e) {
                return context.handleInstantiationProblem(getValueClass(), arguments, rewrapCtorProblem(context, e));
            }
        }
    }
}
