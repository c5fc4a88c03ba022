import 'server-only';

/*
 * The Open Cybersecurity Schema Framework, version 1.3.0: sign-ins are Authentication (3002), what befalls accounts is
 * Account Change (3001), everything else Entity Management (3004), staff acts with their actor. What the schema has no
 * place for stands under `unmapped`.
 */
const isSignIn = `(stream = 'login' OR type IN ('user.login', 'user.logout'))`;
const isAccount = `(type IN ('user.signup', 'user.organization_invitation') OR type LIKE 'user.organization_membership_%'
  OR type LIKE 'organization.directory.user_%')`;

const classUid = `CASE WHEN ${isSignIn} THEN 3002 WHEN ${isAccount} THEN 3001 ELSE 3004 END`;

const activityId = `CASE
  WHEN type = 'user.logout' THEN 2
  WHEN ${isSignIn} THEN 1
  WHEN ${isAccount} THEN CASE
    WHEN type LIKE '%deleted' THEN 6 WHEN type LIKE '%created' OR type = 'user.signup' THEN 1 ELSE 99 END
  WHEN type ~ '(created|added|[.](create|add|invite)[a-z_]*)$' THEN 1
  WHEN type ~ '[.](read|reveal|inspect|export)[a-z_]*$' THEN 2
  WHEN type ~ '(deleted|removed|[.](delete|remove|revoke|end)[a-z_]*)$' THEN 4
  ELSE 3 END`;

// What is neither success nor failure is "other", and `status` says it in our word.
const statusId = `CASE outcome WHEN 'ok' THEN 1 WHEN 'failed' THEN 2 WHEN 'denied' THEN 2
  WHEN 'pending' THEN 99 WHEN 'notice' THEN 99 ELSE 0 END`;

const person = `jsonb_build_object('uid', user_id, 'email_addr', email, 'name', COALESCE(email, user_id, target_id, 'unknown'),
  'org', CASE WHEN organization_id IS NULL THEN NULL ELSE jsonb_build_object('uid', organization_id) END)`;

/** SQL that makes one event's JSON text of a row of the timeline. */
export const ocsfLine = `(jsonb_strip_nulls(jsonb_build_object(
  'class_uid', ${classUid}, 'category_uid', 3, 'activity_id', ${activityId},
  'type_uid', (${classUid}) * 100 + ${activityId},
  'time', floor(extract(epoch FROM at) * 1000)::bigint,
  'start_time', CASE WHEN since IS NULL THEN NULL ELSE floor(extract(epoch FROM since) * 1000)::bigint END,
  'severity_id', 1, 'status_id', ${statusId}, 'status', outcome,
  'metadata', jsonb_build_object('version', '1.3.0', 'uid', id, 'log_name', stream, 'event_code', type,
    'product', jsonb_build_object('name', 'Keydesk', 'vendor_name', 'Keydesk')),
  'user', CASE WHEN ${isSignIn} OR ${isAccount} THEN ${person} END,
  'service', CASE WHEN ${isSignIn} THEN jsonb_build_object('name', 'Scalekit', 'uid', connection_id) END,
  'session', CASE WHEN auth_request_id IS NULL THEN NULL ELSE jsonb_build_object('uid', auth_request_id) END,
  'entity', CASE WHEN NOT (${isSignIn} OR ${isAccount}) THEN jsonb_build_object('type', COALESCE(target_type, split_part(type, '.', 1)),
    'uid', COALESCE(target_id, organization_id), 'name', COALESCE(target_id, organization_id, type)) END,
  'actor', CASE WHEN actor IS NULL THEN NULL ELSE jsonb_build_object('user', jsonb_build_object(
    'email_addr', CASE WHEN strpos(actor, '@') > 0 THEN actor END, 'name', actor)) END
  )) || jsonb_build_object('unmapped', jsonb_strip_nulls(jsonb_build_object('organization_id', organization_id,
  'connection_id', connection_id, 'source', source)) || jsonb_build_object('data', data)))::text`;
