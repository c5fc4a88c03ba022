import 'server-only';
import type { PushFormat } from './schema';

/** One line that says it is a test, in the shape of the format. */
export function testLine(format: PushFormat, name: string, now = new Date()): string {
  const id = `test_${now.getTime()}`;
  if (format === 'jsonl') {
    const at = now.toISOString();
    return JSON.stringify({
      at,
      stream: 'test',
      id,
      type: 'keydesk.push_test',
      source: 'keydesk',
      data: { push: name },
    });
  }
  const product = { name: 'Keydesk', vendor_name: 'Keydesk' };
  // OCSF's Base Event: it belongs to no class.
  return JSON.stringify({
    ...{ class_uid: 0, category_uid: 0, activity_id: 0, type_uid: 0, time: now.getTime(), severity_id: 1 },
    metadata: { version: '1.3.0', uid: id, log_name: 'test', event_code: 'keydesk.push_test', product },
    message: 'A test of Keydesk',
    unmapped: { push: name },
  });
}
