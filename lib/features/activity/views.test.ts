import { describe, expect, it } from 'vitest';
import { emptyFilter } from '@/lib/activity/filter';
import { db } from '@/lib/db';
import { runQuery } from '@/lib/server/define-query';
import { withTestDatabase } from '@/tests/setup/database';
import { testPrincipal } from '@/tests/setup/principal';
import { failureOf, logOf, write } from '@/tests/setup/write';
import { deleteSharedView, deleteView, saveView, setDefaultView, shareView } from './actions';
import { viewLimit } from './schema';
import { listActivityViews } from './views';

withTestDatabase();

const filter = { ...emptyFilter, outcome: 'failed' as const, organization: 'org_1' };
const views = (principal: ReturnType<typeof testPrincipal>) =>
  runQuery(listActivityViews.definition, 'production', principal, {});
const saved = async (principal = testPrincipal(), name = 'Failed at Acme') => {
  const { viewId } = await write(saveView, { name, filter, isDefault: false }, principal);
  return { principal, viewId };
};

describe('saveView', () => {
  it('keeps it for its owner, and the log only what it filters by', async () => {
    const viewer = testPrincipal({ role: 'viewer' });
    await write(saveView, { name: ' Failed ', filter, isDefault: true }, viewer);
    expect(await views(viewer)).toMatchObject([
      { name: 'Failed', filter, own: true, shared: false, isDefault: true },
    ]);
    expect(await views(testPrincipal())).toEqual([]);
    const log = await logOf(viewer);
    expect(log[0]).toMatchObject({
      action: 'activity_view.save',
      details: { name: 'Failed', filtersBy: ['organization', 'outcome'] },
    });
    expect(JSON.stringify(log)).not.toContain('org_1');
  });

  it('refuses what is no view, beside the name', async () => {
    const { principal } = await saved();
    const fails = (input: object) =>
      failureOf(write(saveView, { name: 'Other', filter, isDefault: false, ...input }, principal));
    expect(Object.keys((await fails({ name: ' ' })).fieldErrors ?? {})).toEqual(['name']);
    expect((await fails({ name: 'Failed at Acme' })).fieldErrors?.name).toMatch(/already/);
    expect((await fails({ filter: emptyFilter })).fieldErrors?.name).toMatch(/Nothing is filtered/);
    await db().activityView.createMany({
      data: Array.from({ length: viewLimit - 1 }, (_, n) => ({
        ...{ environment: 'production', ownerId: principal.staffId, ownerEmail: principal.email },
        ...{ name: `View ${n}`, filter },
      })),
    });
    expect((await fails({})).code).toBe('conflict');
  });
});

describe('shareView', () => {
  it('shows it to everybody but those who may not know its customer, and takes it back', async () => {
    const { principal, viewId } = await saved();
    const other = testPrincipal();
    const limited = testPrincipal({ customers: new Set(['org_2']) });
    await write(shareView, { viewId, shared: true }, principal);
    expect(await views(other)).toMatchObject([{ viewId, own: false, shared: true }]);
    expect(await views(limited)).toEqual([]);
    expect((await failureOf(write(setDefaultView, { viewId }, limited))).code).toBe('not_found');
    await write(setDefaultView, { viewId }, other);
    expect(await views(other)).toMatchObject([{ isDefault: true }]);
    await write(shareView, { viewId, shared: false }, principal);
    expect(await views(other)).toEqual([]);
    await write(shareView, { viewId, shared: true }, principal);
    expect(await views(other)).toMatchObject([{ isDefault: false }]);
  });

  it('is for its owner, and not for viewers', async () => {
    const { viewId } = await saved(testPrincipal(), 'Mine');
    const share = (part: Parameters<typeof testPrincipal>[0]) =>
      failureOf(write(shareView, { viewId, shared: true }, testPrincipal(part)));
    expect((await share({ role: 'viewer' })).code).toBe('forbidden');
    expect((await share({})).code, 'a view that is not shared is nobody’s to know').toBe('not_found');
    expect((await failureOf(write(shareView, { viewId: 'no id', shared: true }))).code).toBe('invalid');
  });
});

describe('deleting', () => {
  it('is for the owner; of a shared one for leads too', async () => {
    const { principal, viewId } = await saved(testPrincipal(), 'To go');
    const lead = testPrincipal({ role: 'lead' });
    expect((await failureOf(write(deleteSharedView, { viewId }, lead))).code).toBe('not_found');
    await write(shareView, { viewId, shared: true }, principal);
    expect((await failureOf(write(deleteView, { viewId }))).code).toBe('forbidden');
    expect((await failureOf(write(deleteSharedView, { viewId }))).code).toBe('forbidden');
    await write(deleteSharedView, { viewId }, lead);
    expect((await failureOf(write(deleteView, { viewId }, principal))).code).toBe('not_found');
    const second = await saved(principal, 'To go');
    await write(setDefaultView, { viewId: second.viewId }, principal);
    await write(deleteView, { viewId: second.viewId }, principal);
    expect((await views(principal)).filter(({ own }) => own)).toEqual([]);
  });

  it('of the choice leaves the view', async () => {
    const { principal, viewId } = await saved(testPrincipal(), 'Chosen');
    await write(setDefaultView, { viewId }, principal);
    await write(setDefaultView, { viewId: null }, principal);
    const own = (await views(principal)).filter((view) => view.own);
    expect(own).toMatchObject([{ viewId, isDefault: false }]);
  });
});
