// The provider's own SDK, which goes where TWELVELABS_BASE_URL says.
import { TwelveLabs } from 'twelvelabs-js';

await new TwelveLabs({ apiKey: 'any' }).tasks.delete('6298d673f1090f1100476d4c');
