// Paths of the documented fields; `[]` stands for the items of a list, `.*` for a free map or object.
const words = (text: string, prefix = '') =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => prefix + word);

const organization =
  'id display_name external_id region_code create_time update_time deleted_at metadata.* settings.features[].name settings.features[].enabled';
const user = 'id email external_id create_time update_time last_login_time metadata.*';
const userProfile = `id given_name family_name name locale gender picture email_verified phone_number
  phone_number_verified preferred_username groups[] metadata.* custom_attributes.*`;
const externalIdentity = `connection_id connection_provider connection_type connection_user_id created_time
  is_social last_login_time last_synced_time raw_attributes updated_time`;
const userSession = `session_id user_id organization_id status created_at updated_at last_active_at
  absolute_expires_at idle_expires_at expired_at logout_at authenticated_organizations[]`;
const device = `browser browser_version device_type ip os os_version user_agent location.city location.latitude
  location.longitude location.region location.region_subdivision`;
const connectedAccount =
  'id identifier connection_id connection_name provider authorization_type status token_expires_at last_used_at';

const userPaths = [
  ...words(user, 'user.'),
  ...words(userProfile, 'user.user_profile.'),
  ...words(externalIdentity, 'user.user_profile.external_identities[].'),
];

/** What the data of an event must and may hold, as far as it is documented. */
export const payloadFields = {
  organization: { required: ['id', 'display_name'], paths: words(organization) },
  domain: {
    required: ['id', 'domain', 'domain_type', 'organization_id', 'environment_id', 'verification_status'],
    paths: words(`id domain domain_type organization_id environment_id txt_record_key txt_record_secret
      verification_status verification_method updated_at`),
  },
  membership: {
    required: ['organization', 'user'],
    paths: [...words(organization, 'organization.'), ...userPaths],
  },
  session: {
    required: ['user', 'user_session'],
    paths: [...userPaths, ...words(userSession, 'user_session.'), ...words(device, 'user_session.device.')],
  },
  directory: {
    required: ['id', 'organization_id'],
    paths: words('id organization_id directory_type provider enabled updated_at'),
  },
  directoryUser: {
    required: ['id', 'organization_id'],
    paths: words(`id organization_id active email given_name family_name name preferred_username dp_id
      employee_id department cost_center division title user_type phone_number language locale zoneinfo
      organization nickname profile picture groups[].id groups[].name roles[].role_name custom_attributes.*
      raw_attributes.* address.*`),
  },
  directoryGroup: {
    required: ['id', 'organization_id'],
    paths: words('id organization_id directory_id display_name external_id dp_id raw_attributes.*'),
  },
  connection: {
    required: ['id', 'organization_id'],
    paths: words('id organization_id connection_type provider enabled status'),
  },
  role: { required: ['id', 'name'], paths: words('id name display_name description extends') },
  permission: { required: ['id', 'name'], paths: words('id name description') },
  connectedAccount: {
    required: ['id', 'identifier', 'connection_id', 'provider', 'status'],
    paths: words(connectedAccount),
  },
  connectedAccountStatus: {
    required: ['id', 'identifier', 'connection_id', 'provider', 'authorization_type', 'status', 'old_status'],
    paths: words('id identifier connection_id connection_name provider authorization_type status old_status'),
  },
} as const satisfies Record<string, { required: readonly string[]; paths: readonly string[] }>;
