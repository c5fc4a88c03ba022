import { describe, expect, it } from 'vitest';
import { services } from '@/lib/scalekit/services';
import { accessGoldens } from './golden-access.data';
import { organizationGoldens } from './golden-organizations.data';

const goldens = [...organizationGoldens, ...accessGoldens];

describe('golden request lines', () => {
  it.each(goldens)('$operation ($source)', ({ actual, expected }) => {
    expect(actual.line).toBe(expected.line);
    expect(actual.body).toEqual(expected.body);
  });

  it('cover every service, and 25 operations at least', () => {
    const covered = new Set(goldens.map(({ operation }) => operation.split('/')[0]));
    expect([...covered].sort()).toEqual(
      Object.values(services)
        .map((service) => service.name)
        .sort(),
    );
    expect(new Set(goldens.map(({ operation }) => operation)).size).toBeGreaterThanOrEqual(25);
  });
});
