/** This widget without its drawing, for tests and for whoever needs its states and addresses. */
export { knownNames, START } from './model.ts';
export { stepRule } from './words.ts';
