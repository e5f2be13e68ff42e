package org.parley.bench.dmn;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/// The decision `rank` of a DMN model, asked again and again.
public final class Decision implements ToIntFunction<Map<String, Object>> {

  private final DMNRuntime runtime;
  private final DMNModel model;

  /// @param text a DMN model as XML
  public Decision(String text) {
    Resource resource = ResourceFactory.newReaderResource(new StringReader(text), "UTF-8");
    resource.setSourcePath("scale.dmn");
    runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(List.of(resource))
            .getOrElseThrow(broken -> new IllegalStateException(broken));
    model = runtime.getModels().getFirst();
    if (model.hasErrors()) {
      throw new IllegalStateException(model.getMessages().toString());
    }
  }

  @Override
  public int applyAsInt(Map<String, Object> facts) {
    DMNContext context = runtime.newContext();
    facts.forEach(context::set);
    DMNResult result = runtime.evaluateAll(model, context);
    return result.getDecisionResultByName("rank").getResult() instanceof Number rank
        ? rank.intValue()
        : -1;
  }
}
