import { describe, expect, it } from 'vitest';
import { AppError, toErrorView } from '@/lib/errors';
import { describeFailure, listProblems, lostAnswer, signInHref } from './form-errors';

describe('listProblems', () => {
  it('finds plain, nested and row errors, in order', () => {
    const errors = {
      description: { type: 'too_big', message: 'At most 255 characters.', ref: { name: 'description' } },
      claims: [undefined, { key: { type: 'custom', message: 'This key stands above already.' } }],
      owner: { email: { type: 'server', message: 'Nobody has this address.' } },
    };
    expect(listProblems(errors)).toEqual([
      { path: 'description', message: 'At most 255 characters.' },
      { path: 'claims.1.key', message: 'This key stands above already.' },
      { path: 'owner.email', message: 'Nobody has this address.' },
    ]);
  });

  it('gives the problem of a whole list to the list', () => {
    const errors = { claims: { root: { type: 'too_big', message: 'There can be at most 20 claims.' } } };
    expect(listProblems(errors)).toEqual([{ path: 'claims', message: 'There can be at most 20 claims.' }]);
  });

  it('is empty without errors', () => {
    expect(listProblems({})).toEqual([]);
  });
});

describe('describeFailure', () => {
  const view = (...parameters: ConstructorParameters<typeof AppError>) =>
    toErrorView(new AppError(...parameters));

  it('leaves field errors to their fields', () => {
    const error = view('invalid', 'Some fields need another look.', { fieldErrors: { name: 'Too long.' } });
    expect(describeFailure(error)).toBeNull();
  });

  it('shows an invalid request that names no field', () => {
    expect(describeFailure(view('invalid', 'The region cannot change.'))?.title).toBe(
      'The region cannot change.',
    );
  });

  it('never calls an unknown outcome a failure', () => {
    const failure = describeFailure(lostAnswer);
    expect(failure?.tone).toBe('warning');
    expect(failure?.title).toBe('We do not know whether it happened. Check before trying again.');
  });

  it('says when to try again', () => {
    const error = view('rate_limited', 'Scalekit asks for a pause.', { retryAfterMs: 3000 });
    expect(describeFailure(error)?.detail).toBe('Try again in 3 seconds.');
  });
});

describe('signInHref', () => {
  const location = { pathname: '/production/organizations', search: '?page=a&dialog=create' };

  it('comes back to the open dialog', () => {
    const href = signInHref(location, false);
    expect(new URL(href, 'http://x').pathname).toBe('/sign-in');
    expect(new URL(href, 'http://x').searchParams.get('callbackUrl')).toBe(
      '/production/organizations?page=a&dialog=create',
    );
  });

  it('asks for a fresh sign-in where that is what is missing', () => {
    expect(signInHref(location, true)).toMatch(/^\/sign-in\/step-up\?/);
  });
});
