import type { JsonObject, JsonValue } from '@bufbuild/protobuf';
import { inject } from 'vitest';
import { type Emulator, type EmulatorOptions, startEmulator } from './start';

/** An answer as it came: for a failure `json` is the error body. */
export type Answer = { status: number; headers: Headers; json: Json };

/** JSON of unknown shape that a test walks through. */
// biome-ignore lint/suspicious/noExplicitAny: tests assert on it, types would only repeat the contract
export type Json = any;

/** An emulator in this process and a REST client that is no part of ours. For tests. */
export class TestEmulator {
  private constructor(
    readonly emulator: Emulator,
    public token: string,
  ) {}

  static async start(options: EmulatorOptions = {}): Promise<TestEmulator> {
    const emulator = await startEmulator({ signingKey: inject('signingKey'), ...options });
    return new TestEmulator(emulator, await emulator.issueToken());
  }

  async send(
    verb: string,
    path: string,
    body?: JsonValue,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.emulator.url}${path}`, {
      method: verb,
      headers: { authorization: `Bearer ${this.token}`, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      redirect: 'manual',
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json');
    return { status: response.status, headers: response.headers, json: isJson ? JSON.parse(text) : text };
  }

  /** @param path under `/api/v1` */
  call(verb: string, path: string, body?: JsonValue): Promise<Answer> {
    return this.send(verb, `/api/v1${path}`, body);
  }

  /** Creates an organization and returns its JSON. */
  async organization(fields: JsonObject = {}): Promise<Json> {
    const { json } = await this.call('POST', '/organizations', { display_name: 'Acme', ...fields });
    return json.organization;
  }

  /** Creates an active member and returns the user's JSON. */
  async member(organizationId: string, email: string, fields: JsonObject = {}): Promise<Json> {
    const path = `/organizations/${organizationId}/users?send_invitation_email=false`;
    return (await this.call('POST', path, { email, ...fields })).json.user;
  }

  /** Creates an API key and returns the answer's JSON. */
  async apiKey(organizationId: string, fields: JsonObject = {}): Promise<Json> {
    return (await this.call('POST', '/tokens', { organization_id: organizationId, ...fields })).json;
  }

  /** Moves the clock and takes a token of that time. Call without a time to come back. */
  async moveClock(ms?: number): Promise<void> {
    if (ms === undefined) this.emulator.clock.reset();
    else this.emulator.clock.shift(ms);
    this.token = await this.emulator.issueToken();
  }

  stop(): Promise<void> {
    return this.emulator.stop();
  }
}
