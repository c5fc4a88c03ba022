import type { JsonValue } from '@bufbuild/protobuf';
import type { Answer, Json, TestEmulator } from '../test-client';

/** A directory with a secret, and an identity provider that pushes to it. For tests. */
export class ScimClient {
  private constructor(
    readonly test: TestEmulator,
    readonly organization: Json,
    readonly directory: Json,
    public secret: string,
  ) {}

  /** @param domain a verified domain of the new organization; people of other domains are not provisioned */
  static async create(test: TestEmulator, domain: string): Promise<ScimClient> {
    const organization = await test.organization();
    const base = `/organizations/${organization.id}`;
    await test.call('POST', `${base}/domains`, { domain });
    const created = await test.call('POST', `${base}/directories`, {
      directory_type: 'SCIM',
      directory_provider: 'OKTA',
    });
    const { directory } = created.json;
    const secret = await test.call('POST', `${base}/directories/${directory.id}/secrets`);
    return new ScimClient(test, organization, directory, secret.json.plain_secret);
  }

  /** @param path under the directory's endpoint, such as `/Users` */
  async send(verb: string, path: string, body?: JsonValue, secret = this.secret): Promise<Answer> {
    const response = await fetch(`${this.directory.directory_endpoint}${path}`, {
      method: verb,
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/scim+json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text && JSON.parse(text) };
  }

  async addUser(userName: string, fields: Json = {}): Promise<Json> {
    const body = {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName,
      active: true,
      ...fields,
    };
    return (await this.send('POST', '/Users', body)).json;
  }

  async addGroup(displayName: string, memberIds: string[] = [], fields: Json = {}): Promise<Json> {
    const members = memberIds.map((value) => ({ value }));
    return (await this.send('POST', '/Groups', { displayName, members, ...fields })).json;
  }

  patch(path: string, ...operations: Json[]): Promise<Answer> {
    const schemas = ['urn:ietf:params:scim:api:messages:2.0:PatchOp'];
    return this.send('PATCH', path, { schemas, Operations: operations });
  }

  /** @param path under the organization's directory */
  api(verb: string, path = '', body?: JsonValue): Promise<Answer> {
    return this.test.call(
      verb,
      `/organizations/${this.organization.id}/directories/${this.directory.id}${path}`,
      body,
    );
  }

  async readDirectory(): Promise<Json> {
    return (await this.api('GET')).json.directory;
  }

  /** The membership of a person as the API shows it: status and role names; undefined when there is none. */
  async membership(email: string): Promise<{ status: string; roles: string[]; user: Json } | undefined> {
    const { json } = await this.test.call(
      'GET',
      `/organizations/${this.organization.id}/users?page_size=100`,
    );
    const user = json.users.find((one: Json) => one.email === email);
    const [membership] = user?.memberships ?? [];
    if (!membership) return undefined;
    const roles = membership.roles.map((role: Json) => role.name).sort();
    return { status: membership.membership_status, roles, user };
  }

  /** The types of the directory's events since the last call, and their data. */
  takeEvents(): { type: string; data: Json }[] {
    const { store } = this.test.emulator;
    const events = store.events
      .findBy('organizationId', this.organization.id)
      .filter(({ type }) => type.startsWith('organization.directory'));
    const fresh = events.filter(({ id }) => !this.#seen.has(id));
    for (const { id } of fresh) this.#seen.add(id);
    return fresh.map(({ type, data }) => ({ type: type.replace(/^organization\.directory[._]/, ''), data }));
  }

  readonly #seen = new Set<string>();
}
