import { ScalekitClient } from '@scalekit-sdk/node';
import { describe, expect, it } from 'vitest';
import { operations } from '@/lib/scalekit/rest/operations';
import { renderSnippet, snippetLanguages } from './render-snippet';
import { sdkCalls } from './sdk-calls.data';

const of = (operation: string, input: Record<string, unknown> = {}) => ({
  operation,
  routes: operations.get(operation)?.routes ?? [],
  base: 'https://acme.scalekit.dev',
  input,
});

describe('snippets', () => {
  it.each(Object.entries(sdkCalls))(
    '%s is called as the installed SDK has it',
    (operation, { node = '' }) => {
      if (operation !== 'oauth.authorize') expect(operations.get(operation)?.callable).toBe(true);
      const client: object = new ScalekitClient('https://acme.scalekit.dev', 'skc_1', 'made-up');
      const names = /^scalekit\.([\w.]+)\(/.exec(node)?.[1]?.split('.') ?? [];
      const method = names.reduce<unknown>(
        (value, name) => (value as Record<string, unknown>)?.[name],
        client,
      );
      expect(method, node).toBeTypeOf('function');
    },
  );

  it('holds what was filled in, in the words of each language', () => {
    const input = {
      token: { organization_id: 'org_1', description: "Sam's key", custom_claims: { team: 'ops' } },
    };
    const shown = of('tokens.createToken', input);
    expect(renderSnippet(shown, 'node')).toContain(
      "scalekit.token.createToken('org_1', { description: 'Sam\\'s key', customClaims: { team: 'ops' } })",
    );
    expect(renderSnippet(shown, 'python')).toContain(
      'client.tokens.create_token(organization_id="org_1", description="Sam\'s key", custom_claims={"team": "ops"})',
    );
    expect(renderSnippet(shown, 'go')).toContain('client.Token().CreateToken(ctx, "org_1",');
  });

  it('names what is missing, and leaves out what is optional', () => {
    expect(renderSnippet(of('users.listOrganizationUsers'), 'node')).toContain(
      "scalekit.user.listOrganizationUsers('<organization_id>');",
    );
    expect(renderSnippet(of('organizations.listOrganization'), 'python')).toContain('list_organizations()');
  });

  it('is plain HTTP where the SDK has nothing, and never holds a secret', () => {
    const input = { config: { name: 'desk' }, token: 'made-up-secret', client_secret: 'made-up-secret' };
    for (const language of snippetLanguages) {
      const text = renderSnippet(of('mcp.createConfig', input), language);
      expect(text).toContain('/api/v1/mcp/configs');
      expect(text).not.toContain('made-up-secret');
    }
  });
});
