import { renderCurl, withQuery } from '@/lib/curl';
import { maskSecretFields } from '@/lib/secret-fields';
import { placeRequest, readPath, type WireRequest, type WireRoute } from '@/lib/wire-request';
import { keywords, literal, type SdkLanguage } from './literals';
import { sdkCalls } from './sdk-calls.data';
import { clientLines } from './set-up.data';

type Json = Record<string, unknown>;

export const snippetLanguages = ['curl', 'node', 'python', 'go'] as const;
export type SnippetLanguage = (typeof snippetLanguages)[number];
export const languageLabels: Record<SnippetLanguage, string> = {
  curl: 'curl',
  node: 'Node.js',
  python: 'Python',
  go: 'Go',
};

/** What a snippet is of: an operation with what stands in its form, or on the page. */
export type SnippetOf = { operation: string; routes: readonly WireRoute[]; base: string; input: Json };

/** The call as a piece of a program. Secrets of the input are masked, credentials are named and never written. */
export function renderSnippet(
  { operation, routes, base, input }: SnippetOf,
  language: SnippetLanguage,
): string {
  const shown = maskSecretFields(input).masked as Json;
  const request = placeRequest(routes, shown);
  if (language === 'curl') return renderCurl(base, request);
  const calls = Object.hasOwn(sdkCalls, operation) ? sdkCalls[operation] : undefined;
  const template = calls?.[language];
  if (!template) return plainHttp[language](base, request);
  const renamed = Object.entries(shown).map(([name, value]) => [calls.rename?.[name] ?? name, value]);
  const call = fillTemplate(template, Object.fromEntries(renamed), language);
  return `${clientLines[language]}\n\n${assignments[language](call)}`;
}

const assignments: Record<SdkLanguage, (call: string) => string> = {
  node: (call) => `const answer = ${/\.get\w+Url\(/.test(call) ? '' : 'await '}${call};`,
  python: (call) => `answer = ${call}`,
  go: (call) => (/\.(Delete|Invalidate)\w+\(/.test(call) ? `err := ${call}` : `answer, err := ${call}`),
};

/** Values at their places; what a value took is not in the rest of its object any more. */
export function fillTemplate(template: string, input: Json, language: SdkLanguage): string {
  const taken = [...template.matchAll(/\{([a-z][\w.]*)\}/g)].map(([, path = '']) => path);
  const rest = without(input, taken);
  return template.replaceAll(
    /(, )?\{(@|\*\*)?([a-z][\w.]*)?(!)?\}/g,
    (whole, lead = '', kind, path = '', needed) => {
      if (!kind && path === '') return whole;
      if (!kind) {
        const value = readPath(input, path);
        const missing = value === undefined || value === '';
        return lead + literal(missing ? `<${path.split('.').at(-1)}>` : value, language);
      }
      const object = (path === '' ? rest : readPath(rest, path)) as Json | undefined;
      if (!object || Object.keys(object).length === 0) return needed ? `${lead}{}` : '';
      return lead + (kind === '**' ? keywords(object) : literal(object, language));
    },
  );
}

function without(input: Json, paths: string[]): Json {
  const copy = structuredClone(input);
  for (const path of paths) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const holder = names.length === 0 ? copy : readPath(copy, names.join('.'));
    if (typeof holder === 'object' && holder !== null) delete (holder as Json)[last];
  }
  return copy;
}

const plainHttp: Record<SdkLanguage, (base: string, request: WireRequest) => string> = {
  node: (base, { verb, path, query, body }) =>
    [
      '// The SDK has no method of its own for this: plain HTTP.',
      `const response = await fetch(${literal(base + withQuery(path, query), 'node')}, {`,
      `  method: '${verb}',`,
      `  headers: {`,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the program's own
      '    Authorization: `Bearer ${process.env.SCALEKIT_ACCESS_TOKEN}`,',
      ...(body === undefined ? [] : ["    'Content-Type': 'application/json',"]),
      '  },',
      ...(body === undefined ? [] : [`  body: JSON.stringify(${JSON.stringify(body)}),`]),
      '});',
      'const answer = await response.json();',
    ].join('\n'),
  python: (base, { verb, path, query, body }) =>
    [
      '# The SDK has no method of its own for this: plain HTTP.',
      'import os',
      'import requests',
      '',
      'answer = requests.request(',
      `    "${verb}",`,
      `    ${JSON.stringify(base + withQuery(path, query))},`,
      '    headers={"Authorization": f"Bearer {os.environ[\'SCALEKIT_ACCESS_TOKEN\']}"},',
      ...(body === undefined ? [] : [`    json=${literal(body, 'python')},`]),
      ').json()',
    ].join('\n'),
  go: (base, { verb, path, query, body }) =>
    [
      '// The SDK has no method of its own for this: plain HTTP.',
      ...(body === undefined ? [] : [`body := strings.NewReader(${JSON.stringify(JSON.stringify(body))})`]),
      `request, err := http.NewRequestWithContext(ctx, "${verb}", ${JSON.stringify(base + withQuery(path, query))}, ${body === undefined ? 'nil' : 'body'})`,
      'request.Header.Set("Authorization", "Bearer "+os.Getenv("SCALEKIT_ACCESS_TOKEN"))',
      ...(body === undefined ? [] : ['request.Header.Set("Content-Type", "application/json")']),
      'response, err := http.DefaultClient.Do(request)',
    ].join('\n'),
};
