import { describe, expect, it } from 'vitest';
import { scalekitClient } from '@/lib/scalekit/client';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf } from '@/tests/setup/write';
import { findApiKey } from './find-api-key';

withTestDatabase();
withEmulator();

const find = (value: string, principal = testPrincipal()) =>
  runQuery(findApiKey.definition, 'production', principal, { value });

async function newKey() {
  const organizationId = await newOrganization();
  const description = 'Nightly import';
  const { token, tokenId } = await scalekitClient('production').tokens.createToken({
    token: { organizationId, description },
  });
  return { organizationId, token, tokenId };
}

describe('findApiKey', () => {
  it('finds a key by its value and by its id, and returns neither', async () => {
    const { organizationId, token, tokenId } = await newKey();
    for (const pasted of [token, tokenId]) {
      const found = await find(pasted);
      expect(found).toMatchObject({ organizationId, row: { tokenId, suffix: token.slice(-4) } });
      expect(JSON.stringify(found)).not.toContain(token);
    }
  });

  it('says what may have become of one that is not active, without repeating it', async () => {
    const { token } = await newKey();
    await scalekitClient('production').tokens.invalidateToken({ token });
    for (const pasted of [token, 'made-up-value-of-no-key']) {
      const error = await failureOf(find(pasted));
      expect(error.code).toBe('not_found');
      expect(error.message).toMatch(/No active API key of production is this\. It was revoked/);
      expect(error.message).not.toContain(pasted);
    }
  });

  it('answers the same for the key of a customer that is not theirs', async () => {
    const { token } = await newKey();
    const limited = testPrincipal({ customers: new Set(['org_1']) });
    const [theirs, nobodys] = await Promise.all([
      failureOf(find(token, limited)),
      failureOf(find('made-up-value-of-no-key', limited)),
    ]);
    expect(theirs.message).toBe(nobodys.message);
    expect(theirs.code).toBe(nobodys.code);
  });
});
