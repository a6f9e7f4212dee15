/** The names that every program can use without importing them. */
import { ELLIPSIS, NOT_IMPLEMENTED } from '../objects/collections.ts';
import { classMethodType, propertyType, staticMethodType } from '../objects/descriptors.ts';
import { builtinException, exceptionTypes } from '../objects/exceptions.ts';
import { iteratorType } from '../objects/iterators.ts';
import { objectType, typeType, type Value } from '../objects/object.ts';
import { superType } from '../objects/super.ts';
import {
  boolType,
  dictType,
  floatType,
  frozensetType,
  intType,
  listType,
  rangeType,
  setType,
  sliceType,
  strType,
  tupleType,
} from '../objects/types.ts';
import { defineAnnotationMembers } from './annotation-members.ts';
import { attributeFunctions } from './attribute-functions.ts';
import { defineDescriptorMembers } from './descriptor-members.ts';
import { defineDictMembers } from './dict-members.ts';
import { defineExceptionMembers } from './exception-members.ts';
import { defineFunctionMembers } from './function-members.ts';
import { defineIteratorMembers, iterationFunctions } from './iteration.ts';
import { defineListMembers } from './list-members.ts';
import { numberFunctions } from './number-functions.ts';
import { defineNumberMembers } from './number-members.ts';
import { defineObjectMembers } from './object-members.ts';
import { defineOSErrorMembers } from './os-error-members.ts';
import { outputFunctions } from './output.ts';
import { defineRangeMembers } from './range-members.ts';
import { refusedFunctions } from './refused.ts';
import { defineSetMembers } from './set-members.ts';
import { defineStringMembers } from './string-members.ts';
import { textFunctions } from './text-functions.ts';

defineAnnotationMembers();
defineObjectMembers();
defineDescriptorMembers();
defineDictMembers();
defineExceptionMembers();
defineOSErrorMembers();
defineFunctionMembers();
defineIteratorMembers();
defineListMembers();
defineNumberMembers();
defineRangeMembers();
defineSetMembers();
defineStringMembers();

const TYPES = [
  objectType,
  typeType,
  boolType,
  dictType,
  floatType,
  frozensetType,
  intType,
  listType,
  rangeType,
  setType,
  sliceType,
  strType,
  tupleType,
  superType,
  propertyType,
  classMethodType,
  staticMethodType,
  ...['enumerate', 'zip', 'map', 'filter', 'reversed'].map(iteratorType),
];

/** Made anew for each run, as `print` writes to that run's output. */
export function makeBuiltins(write: (text: string) => void): Map<string, Value> {
  const functions = [
    ...outputFunctions(write),
    ...attributeFunctions,
    ...iterationFunctions,
    ...numberFunctions,
    ...textFunctions,
    ...refusedFunctions,
  ];
  return new Map<string, Value>([
    ...[...exceptionTypes].map(([name, type]): [string, Value] => [name, type]),
    ...TYPES.map((type): [string, Value] => [type.name, type]),
    ...functions.map((made): [string, Value] => [made.name, made]),
    ['IOError', builtinException('OSError')],
    ['Ellipsis', ELLIPSIS],
    ['NotImplemented', NOT_IMPLEMENTED],
    ['__name__', '__main__'],
    ['__doc__', null],
    ['__debug__', true],
  ]);
}
