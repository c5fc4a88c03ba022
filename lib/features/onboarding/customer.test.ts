import { describe, expect, it } from 'vitest';
import { customerRead, testVisit } from '@/tests/setup/customer';
import { withTestDatabase } from '@/tests/setup/database';
import { withEmulator } from '@/tests/setup/emulator';
import { newOrganization } from '@/tests/setup/organization';
import { listOwnSteps } from './customer-queries';

withTestDatabase();
const emulator = withEmulator();

describe("the steps on the customer's own page", () => {
  it('are those of the set-up, without what is written for staff', async () => {
    const visit = testVisit(await newOrganization());
    const steps = await customerRead(listOwnSteps, {}, visit);
    expect(steps.map(({ name }) => name)).toEqual([
      ...['domain_verified', 'connection_completed', 'tested', 'enabled', 'scim_users'],
    ]);
    for (const step of steps) expect(Object.keys(step).sort()).toEqual(['name', 'state', 'who']);
  });

  it('are not known where a part cannot be read', async () => {
    const visit = testVisit(await newOrganization());
    emulator.current.faults.add({ operation: 'connections.listConnections', status: 500 });
    const steps = await customerRead(listOwnSteps, {}, visit);
    expect(steps.find(({ name }) => name === 'connection_completed')?.state).toBe('unknown');
  });
});
