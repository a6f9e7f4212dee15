/** Prints what an author may write in the tag of each component: `npm run components`. */
import { componentReference } from '../markdown/index.ts';

console.log(componentReference());
