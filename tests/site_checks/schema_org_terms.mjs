// schema.org's vocabulary, read from the type declarations that the package schema-dts makes of it.

/** { types, properties, members, has(type, property) }: names of types and properties, addresses of enumerations'
    members, and whether a type or one above it has a property. */
export function schema_org(declarations) {
  const interfaces = new Map();
  const leaf_of = new Map();
  let current = null;
  for (const line of declarations.split("\n")) {
    const opening = line.match(/^(?:export )?interface (\w+)(?:<[^>]*>)?(?: extends (.+?))? \{/);
    if (opening) {
      current = { parents: (opening[2] ?? "").split(",").map((name) => name.trim().replace(/<.*$/, "")).filter(Boolean), own: new Set() };
      interfaces.set(opening[1], current);
    } else if (line.startsWith("}")) {
      current = null;
    } else if (current) {
      const type = line.match(/^ {4}"@type": "(\w+)";/);
      if (type) leaf_of.set(type[1], current);
      const property = line.match(/^ {4}"(\w+)"\??:/);
      if (property) current.own.add(property[1]);
    }
  }
  const has_own_or_above = (one, property) =>
    one.own.has(property) || one.parents.some((name) => interfaces.has(name) && has_own_or_above(interfaces.get(name), property));
  return {
    types: new Set(leaf_of.keys()),
    properties: new Set([...interfaces.values()].flatMap((one) => [...one.own])),
    members: new Set(declarations.match(/https:\/\/schema\.org\/\w+/g)),
    has: (type, property) => leaf_of.has(type) && has_own_or_above(leaf_of.get(type), property),
  };
}
