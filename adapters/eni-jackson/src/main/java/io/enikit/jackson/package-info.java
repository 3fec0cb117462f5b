/**
 * The values as text in JSON, with Jackson 2.
 *
 * <p>There is nothing to call: with this module on the path, mappers that look for modules find it.
 *
 * <pre>{@code
 * import com.fasterxml.jackson.databind.ObjectMapper;
 * ObjectMapper mapper = new ObjectMapper().findAndRegisterModules();
 * mapper.writeValueAsString(List.of(Cidr.parse("10.0.0.0/16")));    // ["10.0.0.0/16"]
 * mapper.readValue("\"10.0.0.300\"", IpAddress.class);              // InvalidFormatException: … octet … (at index 7) …
 * }</pre>
 *
 * <p>{@link io.enikit.jackson.EniJacksonModule} lists the types. This is not a JSON form of single resources: an interface or a
 * subnet is written within its plan.
 */
@NullMarked
package io.enikit.jackson;

import org.jspecify.annotations.NullMarked;
