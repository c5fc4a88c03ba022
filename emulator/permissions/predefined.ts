import { getOption } from '@bufbuild/protobuf';
import { optionsPb, services } from '@/lib/scalekit/services';
import type { NewId } from '../ids';
import type { Store } from '../store';

/** Puts in the permissions that the contract itself asks of people who call it in a session of their own. */
export function seedPredefinedPermissions(store: Store, newId: NewId, createdAt: number): void {
  const methods = Object.values(services).flatMap((service) => service.methods);
  const names = new Set(methods.flatMap((method) => getOption(method, optionsPb.auth_option).permissions));
  for (const name of [...names].sort()) {
    const description = `Scalekit: ${name.replaceAll('_', ' ')}`;
    store.permissions.put({
      id: newId('perm'),
      createdAt,
      updatedAt: createdAt,
      name,
      description,
      predefined: true,
    });
  }
}
