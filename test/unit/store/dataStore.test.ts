import * as library from '@mswjs/data';
import { createDataStore } from '../../../src/msw/dataStore.js';
import { describeStore } from './storeSuite.js';

describeStore('the store made of an @mswjs/data database', (shape) => createDataStore(library, shape));
