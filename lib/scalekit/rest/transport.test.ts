import type { JsonValue } from '@bufbuild/protobuf';
import { createClient, createContextValues } from '@connectrpc/connect';
import { describe, expect, it } from 'vitest';
import { commonsPb, services } from '../services';
import type { RestRequest } from './binding';
import { bodyOverride, createRestTransport, ShapeError } from './transport';

/** A client whose requests are kept and answered with the given JSON. */
function clientAnswering(json: JsonValue) {
  const requests: RestRequest[] = [];
  const transport = createRestTransport(async (request) => {
    requests.push(request);
    return { json, headers: new Headers({ 'x-trace-id': 't1' }) };
  });
  return { organizations: createClient(services.organizations, transport), requests };
}

const identities = { case: 'id', value: 'org_1' } as const;

describe('createRestTransport', () => {
  it('reads an answer into the message and hands its headers on', async () => {
    const { organizations } = clientAnswering({ organization: { id: 'org_1', region_code: 'EU' } });
    let trace: string | null = null;
    const onHeader = (headers: Headers) => {
      trace = headers.get('x-trace-id');
    };
    const answer = await organizations.getOrganization({ identities }, { onHeader });
    expect(answer.organization?.regionCode).toBe(commonsPb.RegionCode.EU);
    expect(trace).toBe('t1');
  });

  it('ignores fields and enum names of a newer server', async () => {
    const { organizations } = clientAnswering({
      organization: { id: 'org_1', region_code: 'MARS', born_yesterday: true },
    });
    const { organization } = await organizations.getOrganization({ identities });
    expect(organization).toMatchObject({ id: 'org_1', regionCode: 0 });
  });

  it.each([[[]], ['text'], [{ organization: 'text' }], [{ organization: { metadata: [1] } }]])(
    'throws a ShapeError for %j',
    async (json) => {
      const { organizations } = clientAnswering(json as JsonValue);
      const failure = await organizations.getOrganization({ identities }).catch((error) => error);
      expect([failure, failure.cause].some((error) => error instanceof ShapeError)).toBe(true);
    },
  );

  it('lays an override over the body: the only way to send an empty map', async () => {
    const { organizations, requests } = clientAnswering({});
    const call = { identities, organization: { displayName: 'A', metadata: {} } };
    await organizations.updateOrganization(call);
    const contextValues = createContextValues().set(bodyOverride, { metadata: {} });
    await organizations.updateOrganization(call, { contextValues });
    expect(requests.map(({ body }) => body)).toEqual([
      { display_name: 'A' },
      { display_name: 'A', metadata: {} },
    ]);
  });
});
