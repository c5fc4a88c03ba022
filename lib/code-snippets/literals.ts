export type SdkLanguage = 'node' | 'python' | 'go';

/** A value as source text: JSON for Node with its own names, Python's words for Python. Go has scalars only. */
export function literal(value: unknown, language: SdkLanguage): string {
  if (language === 'node') return nodeLiteral(value);
  return language === 'python' ? pythonLiteral(value) : JSON.stringify(value);
}

function nodeLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(nodeLiteral).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return quoted(value);
  const parts = Object.entries(value).map(([name, inner]) => `${nodeName(name)}: ${nodeLiteral(inner)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function nodeName(name: string): string {
  const camel = name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return /^[a-zA-Z_$][\w$]*$/.test(camel) ? camel : quoted(camel);
}

// Single quotes, as the lines around have them; JSON escapes all that needs it but those.
function quoted(value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function pythonLiteral(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(pythonLiteral).join(', ')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.entries(value)
    .map(([name, inner]) => `${JSON.stringify(name)}: ${pythonLiteral(inner)}`)
    .join(', ')}}`;
}

/** Keyword arguments of Python. */
export function keywords(value: Record<string, unknown>): string {
  return Object.entries(value)
    .map(([name, inner]) => `${name}=${pythonLiteral(inner)}`)
    .join(', ');
}
