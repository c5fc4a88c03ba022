import type { JsonObject } from '@bufbuild/protobuf';
import { type Json, TestEmulator } from '../test-client';

/** An environment with connectors, for tests of what agents do. */
export class AgentFixture {
  private constructor(readonly test: TestEmulator) {}

  static async start(): Promise<AgentFixture> {
    return new AgentFixture(await TestEmulator.start());
  }

  /** Adds a connector and returns its JSON. */
  async connection(keyId: string, providerKey = keyId.toUpperCase(), type = 'OAUTH'): Promise<Json> {
    const connection = { key_id: keyId, provider_key: providerKey, type };
    return (await this.test.call('POST', '/connections?flags.is_app=true', connection)).json.connection;
  }

  /** Adds an account, ACTIVE unless told otherwise, and returns its JSON. */
  async account(
    connector: string,
    identifier: string,
    connectedAccount: JsonObject = tokens(),
  ): Promise<Json> {
    const body = { connector, identifier, connected_account: connectedAccount };
    return (await this.test.call('POST', '/connected_accounts', body)).json.connected_account;
  }

  /** The types of the events that an account caused, oldest first. */
  eventsOf(accountId: string): string[] {
    const events = this.test.emulator.store.events.all().filter(({ data }) => data.id === accountId);
    return events.map(({ type }) => type.replace('connected_account.', ''));
  }

  stop(): Promise<void> {
    return this.test.stop();
  }
}

/** OAuth tokens as an application hands them in; `null` for no refresh token. */
export function tokens(refreshToken: string | null = 'refresh-1'): JsonObject {
  const token = {
    access_token: 'access-1',
    scopes: ['read'],
    ...(refreshToken && { refresh_token: refreshToken }),
  };
  return { authorization_details: { oauth_token: token } };
}
