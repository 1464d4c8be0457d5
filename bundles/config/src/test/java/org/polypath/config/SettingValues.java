package org.polypath.config;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polypath.api.settings.Setting;

/** Settings without their origins: what holds, wherever it was said. */
final class SettingValues {
  private SettingValues() {}

  /** The values of a record of settings, by component. */
  static Object of(Object settings) {
    if (settings instanceof Setting<?> setting) {
      return setting.value();
    }
    if (settings instanceof Optional<?> optional) {
      return optional.map(SettingValues::of);
    }
    return settings.getClass().getName().endsWith("Settings") || isNested(settings)
        ? components(settings)
        : settings;
  }

  private static boolean isNested(Object settings) {
    Class<?> around = settings.getClass().getEnclosingClass();
    return settings.getClass().isRecord()
        && Optional.ofNullable(around)
            .filter(type -> type.getName().endsWith("Settings"))
            .isPresent();
  }

  private static Map<String, Object> components(Object settings) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : List.of(settings.getClass().getRecordComponents())) {
      try {
        values.put(component.getName(), of(component.getAccessor().invoke(settings)));
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(component.toString(), e);
      }
    }
    return values;
  }
}
