/** What registering a hook returns: `handle.remove()` takes the hook away again. */
import { members, PyInstance, PyType } from '../../objects/index.ts';

const handleType = new PyType({ name: 'RemovableHandle', module: 'torch.utils.hooks' });

export class RemovableHandle extends PyInstance {
  readonly remove: () => void;

  constructor(remove: () => void) {
    super(handleType);
    this.remove = remove;
  }
}

members(handleType, (value): value is RemovableHandle => value instanceof RemovableHandle)
  .method('remove', '', (self) => {
    self.remove();
    return null;
  })
  .special('__enter__', (self) => self)
  .special('__exit__', (self, _type, _value, _traceback) => {
    self.remove();
    return null;
  });
