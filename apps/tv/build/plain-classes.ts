import { parseAst, type Plugin } from 'vite';

interface AstNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [part: string]: unknown;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Gives private fields ordinary names that nobody else has, for engines that know no private ones. The
 * standard way, a WeakMap for each field, made every update of a board collect garbage on the very
 * televisions that can afford it least.
 */
export function plainClasses(): Plugin {
  return {
    name: 'plain-classes',
    apply: 'build',
    enforce: 'post',
    config: () => ({
      build: {
        rolldownOptions: {
          // Assigned, not defined: no field here shadows an accessor.
          transform: { assumptions: { setPublicClassFields: true } },
        },
      },
    }),
    transform: {
      filter: { code: '#' },
      handler(code, id) {
        if (!/\.(?:[cm]?[jt]s|svelte)(?:\?|$)/.test(id) || id.includes('type=style')) return null;
        const module = id.slice(
          id.lastIndexOf('/libs/') + 1 || id.lastIndexOf('/node_modules/') + 1,
        );
        return { code: withoutPrivateNames(code, hash(module)), map: null };
      },
    },
  };
}

/** The same module with `#name` as an ordinary property, one name for each class that declares it. */
function withoutPrivateNames(code: string, module: string): string {
  const edits: Edit[] = [];
  let names = 0;
  visit(parseAst(code) as unknown as AstNode, []);
  return edits
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, text: name }) => text.slice(0, start) + name + text.slice(end),
      code,
    );

  function visit(node: AstNode, scopes: readonly ReadonlyMap<string, string>[]): void {
    if (node.type === 'ClassBody') scopes = [...scopes, declared(node)];
    if (node.type === 'PrivateIdentifier') {
      const name = scopes.findLast((scope) => scope.has(String(node.name)))?.get(String(node.name));
      if (name) edits.push({ start: node.start, end: node.end, text: name });
    }
    if (node.type === 'BinaryExpression' && isPrivate(node.left)) {
      // `#name in thing` asks for a property by its name, which is a text now.
      edits.push({ start: node.left.start, end: node.left.start, text: "'" });
      edits.push({ start: node.left.end, end: node.left.end, text: "'" });
    }
    for (const part of Object.values(node)) {
      for (const child of Array.isArray(part) ? part : [part])
        if (isNode(child)) visit(child, scopes);
    }
  }

  function declared(body: AstNode): ReadonlyMap<string, string> {
    const scope = new Map<string, string>();
    for (const member of body.body as AstNode[]) {
      const name = isPrivate(member.key) ? String(member.key.name) : null;
      // A getter and a setter of one name are one property.
      if (name !== null && !scope.has(name))
        scope.set(name, `_${module}${(names += 1).toString(36)}`);
    }
    return scope;
  }
}

/** FNV-1a: the same module has the same names in every build. */
function hash(text: string): string {
  let bits = 0x811c9dc5;
  for (const sign of text) bits = Math.imul(bits ^ sign.charCodeAt(0), 0x01000193);
  return (bits >>> 0).toString(36);
}

function isNode(value: unknown): value is AstNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

function isPrivate(value: unknown): value is AstNode {
  return isNode(value) && value.type === 'PrivateIdentifier';
}
