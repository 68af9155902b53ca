import { createMemoryStore } from '../store/memoryStore.js';
import type { StoreFactory } from './mock.js';

/** Where records are kept unless a sandbox is told otherwise. */
export const inMemory: StoreFactory = (_, shape) => createMemoryStore(shape);
