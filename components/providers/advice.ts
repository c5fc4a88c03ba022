import type { PatternType } from '@/lib/features/providers/pattern-schema';
import type { ProviderFields } from '@/lib/features/providers/schema';

/** The values that each type puts into the header. */
const needed: Record<PatternType, string[]> = {
  OAUTH: [],
  BEARER: ['token'],
  API_KEY: ['api_key'],
  BASIC: ['username'],
};

/** What looks wrong without breaking a rule: sentences for beside the form. */
export function adviseOn(fields: ProviderFields): string[] {
  const { type, isMcp, displayName, proxyUrl, proxyEnabled } = fields;
  const asked = type === 'OAUTH' ? [...fields.fields, ...fields.accountFields] : fields.fields;
  const keys = new Set(asked.map(({ fieldName }) => fieldName.trim()));
  const missing = needed[type].filter((key) => !keys.has(key));
  const placeholders = [...proxyUrl.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)].map(([, name = '']) => name);
  const unasked = [...new Set(placeholders)].filter((name) => !keys.has(name));
  const unused = asked.filter(
    ({ isPathParam, fieldName }) => isPathParam && !placeholders.includes(fieldName.trim()),
  );
  const advice = [
    ...missing.map(
      (key) =>
        `No field has the key ${key}: Scalekit sends what is kept under it, so requests would go without.`,
    ),
    ...unasked.map((name) => `The proxy address holds {{${name}}}, and no field asks for it.`),
    ...unused.map(({ fieldName }) => `The proxy address has no place for {{${fieldName}}}.`),
  ];
  if (isMcp && !/\bMCP$/i.test(displayName.trim())) {
    advice.push('Scalekit’s own MCP servers have names that end in MCP: people find them by it.');
  }
  if (
    asked.some(({ isSecret, fieldName }) => !isSecret && needed[type].includes(fieldName) && type !== 'BASIC')
  ) {
    advice.push('The credential is shown while it is typed: mark its field as secret.');
  }
  if (!proxyEnabled)
    advice.push('Requests are not sent through Scalekit, so its tools and proxy cannot reach the provider.');
  return advice;
}

/** The header that goes along with each request, with what people typed left out. */
export function headerOf({ type, headerName, mutations }: ProviderFields): string {
  const header = headerName.trim() || 'Authorization';
  const value = (field: string) => {
    const { prefix = '', suffix = '', fallback = '' } = mutations.find((one) => one.field === field) ?? {};
    return `${prefix}‹${field}${fallback ? ` or ${fallback}` : ''}›${suffix}`;
  };
  switch (type) {
    case 'OAUTH':
      return 'Authorization: Bearer ‹access token›';
    case 'BEARER':
      return `${header}: Bearer ${value('token')}`;
    case 'API_KEY':
      return `${header}: ${value('api_key')}`;
    case 'BASIC':
      return `${header}: Basic base64(${value('username')}:${value('password')})`;
  }
}
