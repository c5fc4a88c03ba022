import {
  ScalekitBadRequestException,
  ScalekitClient,
  ScalekitNotFoundException,
  ScalekitTooManyRequestsException,
} from '@scalekit-sdk/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectedAccountsPb } from '@/lib/scalekit/services';
import { AgentFixture } from './agent-fixture';

// The official SDK as it is published, over gRPC.
let agents: AgentFixture;
let scalekit: ScalekitClient;
const key = { connectionName: 'gmail', identifier: 'ines@example.com' };

beforeAll(async () => {
  agents = await AgentFixture.start();
  await agents.connection('gmail');
  const { url, clientId, clientSecret } = agents.test.emulator;
  scalekit = new ScalekitClient(url, clientId, clientSecret);
});
afterAll(() => agents.stop());

describe('agents through the official SDK', () => {
  it('get or create an account, and connect it by a link', async () => {
    const first = await scalekit.actions.getOrCreateConnectedAccount(key);
    const again = await scalekit.actions.getOrCreateConnectedAccount(key);
    expect(again.connectedAccount?.id).toBe(first.connectedAccount?.id);
    const { link } = await scalekit.actions.getAuthorizationLink(key);
    await fetch(link, { method: 'POST', body: new URLSearchParams({ decision: 'allow' }) });
    const { connectedAccount } = await scalekit.actions.getConnectedAccount(key);
    expect(connectedAccount?.status).toBe(connectedAccountsPb.ConnectorStatus.ACTIVE);
  });

  it('list and run tools', async () => {
    const { tools } = await scalekit.tools.listTools({ filter: { provider: 'GMAIL' }, pageSize: 5 });
    expect(tools).toHaveLength(5);
    const available = await scalekit.tools.listAvailableTools(key.identifier);
    expect(available.totalSize).toBe(56);
    const profile = { toolName: 'gmail_get_profile', toolInput: {}, identifier: key.identifier };
    const { data, executionId } = await scalekit.actions.executeTool(profile);
    expect(data).toMatchObject({ emailAddress: key.identifier });
    expect(executionId).not.toBe('');
  });

  it("call the provider's API through the proxy", async () => {
    const answer = await scalekit.actions.request({ ...key, path: '/gmail/v1/users/me/labels' });
    expect(answer.data.labels).toContainEqual(expect.objectContaining({ id: 'INBOX' }));
  });

  it('meet the errors that the SDK has classes for', async () => {
    const unknown = scalekit.actions.executeTool({ toolName: 'nope', toolInput: {}, identifier: 'x' });
    await expect(unknown).rejects.toThrow(ScalekitBadRequestException);
    const link = scalekit.actions.getAuthorizationLink({ ...key, connectionName: 'nope' });
    await expect(link).rejects.toThrow(ScalekitNotFoundException);
    const fault = { operation: 'tools.executeTool', times: 1, status: 429, errorCode: 'TOOL_ERROR' };
    agents.test.emulator.faults.add(fault);
    const limited = scalekit.actions.executeTool({
      toolName: 'gmail_get_profile',
      toolInput: {},
      identifier: key.identifier,
    });
    await expect(limited).rejects.toThrow(ScalekitTooManyRequestsException);
  });

  it('delete an account once', async () => {
    await scalekit.actions.deleteConnectedAccount(key);
    await expect(scalekit.actions.deleteConnectedAccount(key)).rejects.toThrow(ScalekitNotFoundException);
  });
});
