import type { Permission } from './permissions';

/**
 * What goes on while an environment is frozen, by why it may. Everything else that somebody can do is refused, so that
 * a permission which nobody thought of is. Reading is no act and always goes on.
 */
export const goesOnFrozen = {
  'Stopping harm': [
    'connection.disable',
    'directory.disable',
    'session.revoke',
    'session.revoke_all',
    'session.end_of_organization',
    'passkey.remove',
    'portal_link.revoke',
    'hand_over.revoke',
    'api_key.revoke',
    'api_client.remove_secret',
    'app_connection.disable',
    'connected_account.disconnect',
    'connected_account.revoke_durable_link',
    'departure.disconnect_account',
    'client.remove_secret',
    'consent.revoke',
    'api.contain',
    'job.pause',
    'job.cancel',
  ],
  'Looking and checking': [
    'connection.read_metadata',
    'connected_account.reveal_credentials',
    'api_client.try',
    'doctor.read',
    'job.look_up',
    'sign_in_watch.start',
    'sign_in_watch.end',
    'token.inspect',
    'oauth_url.build',
    'api.read',
    'api.read_secrets',
    'api.read_content',
    'api.reveal',
    'search.walk',
    'snapshot.walk',
    'staff_log.verify',
    'evidence.make',
    'activity.export',
    'environment.test_credentials',
    'environment.probe',
    'activity_cache.backfill',
    'activity_cache.stop_backfill',
    'system.send_test_mail',
  ],
  'Keydesk’s own records': [
    'search.pin',
    'search.unpin',
    'note.create',
    'note.edit',
    'note.delete',
    'note.delete_any',
    'ticket_link.add',
    'ticket_link.remove',
    'ticket_link.remove_any',
    'directory.acknowledge_alarm',
    'customer_page.switch',
    'hand_over.create',
    // What they do waits for the end of the freeze.
    'job.resume',
    'job.retry',
    'activity_view.save',
    'activity_view.set_default',
    'activity_view.share',
    'activity_view.delete',
    'activity_view.delete_any',
    'activity_push.create',
    'activity_push.edit',
    'activity_push.rotate_secret',
    'activity_push.pause',
    'activity_push.resume',
    'activity_push.test',
    'activity_push.delete',
    'staff.add',
    'staff.change_role',
    'staff.assign_customers',
    'staff.revoke_session',
    'staff.deactivate',
    'staff.reactivate',
    'person.erase',
    'freeze.start',
    'freeze.end',
  ],
} as const satisfies Record<string, readonly Permission[]>;

const goingOn = new Set<string>(Object.values(goesOnFrozen).flat());

/** True for an act that a freeze does not stop. */
export function goesOnWhileFrozen(permission: string): boolean {
  return goingOn.has(permission) || permission.endsWith('.read');
}
