/** What is asked of a field: every comparison given must hold. A field that a record does not have answers to none. */
export type Condition<Value> = [Value] extends [string]
  ? Partial<Equality<Value> & Order<string> & { readonly contains: string; readonly notContains: string }>
  : [Value] extends [number]
    ? Partial<Equality<Value> & Order<number> & { readonly between: Range; readonly notBetween: Range }>
    : [Value] extends [boolean]
      ? Partial<Pick<Equality<Value>, 'equals' | 'notEquals'>>
      : [Value] extends [readonly (infer Item)[]]
        ? Condition<Item>
        : Where<Value>;

type Range = readonly [least: number, most: number];

interface Equality<Value> {
  readonly equals: Value;
  readonly notEquals: Value;
  readonly in: readonly Value[];
  readonly notIn: readonly Value[];
}

interface Order<Value> {
  readonly gt: Value;
  readonly gte: Value;
  readonly lt: Value;
  readonly lte: Value;
}

/** Conditions by field; those of an object's properties lie one deeper. */
export type Where<Fields> = { readonly [Name in keyof Fields]?: Condition<NonNullable<Fields[Name]>> };

/** Which records are meant: those that meet every condition. */
export interface Query<Fields> {
  readonly where: Where<Fields>;
  /** Throws `no-such-record` where there is none, instead of giving `null` or an empty list. */
  readonly strict?: boolean;
}

/** Many records, in an order of one's own: by creation where none is given. */
export interface ListQuery<Fields> extends Partial<Query<Fields>> {
  readonly orderBy?: { readonly [Name in keyof Fields]?: 'asc' | 'desc' };
  /** How many to leave out. Default 0. */
  readonly skip?: number;
  /** How many to give at most. Default: all. */
  readonly take?: number;
}

/** New values by field; a function is given the old one. */
export type Data<Fields> = {
  readonly [Name in keyof Fields]?: Fields[Name] | ((before: Fields[Name] | undefined) => Fields[Name]);
};

/**
 * The records of one resource, with the API of an `@mswjs/data` model. What it gives are records as they are on the
 * wire, as they were at that moment; changing one changes nothing in the sandbox.
 *
 * It changes records without asking the provider's rules: what a rule would refuse, a test may set up.
 */
export interface DataModel<Fields> {
  /**
   * Makes a record. What is not given is filled in as for a fixture; a state it is given is held until the client or the
   * test changes it.
   *
   * @throws TombstoneError `unknown-state`; `bad-fixture` where there is a record with that key
   */
  create(fields?: { readonly [Name in keyof Fields]?: Fields[Name] }): Fields;
  /** How many records meet the conditions; how many there are without them. */
  count(query?: Query<Fields>): number;
  /** The one made first of those that meet the conditions. */
  findFirst(query: Query<Fields>): Fields | null;
  findMany(query: ListQuery<Fields>): readonly Fields[];
  /** In order of creation. */
  getAll(): readonly Fields[];
  /** Changes the first that `findFirst` would give. @throws TombstoneError `unknown-state` */
  update(query: Query<Fields> & { readonly data: Data<Fields> }): Fields | null;
  updateMany(query: Query<Fields> & { readonly data: Data<Fields> }): readonly Fields[];
  /** Takes out the first that `findFirst` would give, and gives it. */
  delete(query: Query<Fields>): Fields | null;
  deleteMany(query: Query<Fields>): readonly Fields[];
}
