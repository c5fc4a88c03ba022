import type { Filter } from 'scim2-parse-filter';
import { parseFilter } from './parse-filter';
import { ScimError } from './scim-error';

/** What a PATCH operation points at: `emails[type eq "work"].value` has all but the extension. */
export type PatchPath = {
  /** The URN of an extension; absent for the core schemas. */
  extension?: string;
  /** Absent when the path is an extension itself. */
  attribute?: string;
  filter?: Filter;
  subAttribute?: string;
};

const core = /^urn:ietf:params:scim:schemas:core:2\.0:(?:User|Group):/i;
const shape = /^(?:(urn:[\w.:-]+):)?([A-Za-z$][\w$-]*)(?:\[(.+)\])?(?:\.([A-Za-z$][\w$-]*))?$/is;
const extensionItself = /^urn:[\w.:-]+:2\.0:\w+$/i;

/** @throws ScimError invalidPath, or invalidFilter for what stands in brackets */
export function parsePatchPath(text: string): PatchPath {
  const local = text.replace(core, '');
  if (extensionItself.test(local)) return { extension: local };
  const [, extension, attribute, filter, subAttribute] = shape.exec(local) ?? [];
  if (!attribute) throw new ScimError(400, `${text} is not an attribute path.`, 'invalidPath');
  return { extension, attribute, filter: filter ? parseFilter(filter) : undefined, subAttribute };
}
