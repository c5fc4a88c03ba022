import type { JsonObject } from '@bufbuild/protobuf';
import { z } from 'zod';
import type { Random } from '../scenarios/random';

/** Who a tool acts for, and what makes its answers the same in every run. */
export type ToolContext = { identifier: string; random: Random; now: number };

/** A tool that does something: it answers as the provider would, from nothing. */
export type ToolImitation = {
  name: string;
  description: string;
  input: z.ZodObject;
  /** Answers valid parameters. @throws UpstreamFailure */
  run: (params: unknown, context: ToolContext) => JsonObject;
};

/** The provider's own refusal, with its HTTP status and words. */
export class UpstreamFailure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Describes a tool: its parameters as a zod object, and what it answers to them. */
export function imitate<Shape extends z.ZodRawShape>(
  name: string,
  description: string,
  shape: Shape,
  run: (params: z.output<z.ZodObject<Shape>>, context: ToolContext) => JsonObject,
): ToolImitation {
  const input = z.object(shape);
  return { name, description, input, run: (params, context) => run(input.parse(params), context) };
}

/** How many of something, with a believable limit. */
export const limit = (most: number, usual = 10) =>
  z.int().min(1).max(most).default(usual).describe(`How many to return, ${usual} unless given`);

/** A number of things made one by one. */
export function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** RFC 3339, some hours ago. */
export function hoursAgo({ now }: ToolContext, hours: number): string {
  return new Date(now - hours * 3_600_000).toISOString();
}
