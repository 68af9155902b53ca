import { pointerSegments, valueAt } from '../../language/pointer.js';
import type { CaseStep } from '../case.js';

/** Does an answer's body hold one of the values waited for? */
export function valueMet({ pointer, in: values }: NonNullable<CaseStep['until']>, body: string): boolean {
  try {
    const value = valueAt(JSON.parse(body), pointerSegments(pointer));
    return values.some((one) => one === value);
  } catch {
    return false;
  }
}
