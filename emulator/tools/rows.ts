import type { JsonObject } from '@bufbuild/protobuf';
import type { Row } from '../rows';

/** A tool that the environment added to those that are there for everybody. */
export type ToolRow = Row & {
  updatedAt: number;
  provider: string;
  /** `name`, `description`, `input_schema` and versions. */
  definition: JsonObject;
  metadata?: JsonObject;
  tags: string[];
  isDefault: boolean;
};
