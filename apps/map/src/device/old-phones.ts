/* What phones of 2019 lack and this page uses. */

const lacks = (owner: object, name: string) => !(name in owner);

if (lacks(Object, 'hasOwn')) {
  Object.defineProperty(Object, 'hasOwn', {
    value: (object: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(object, key),
  });
}

if (lacks(String.prototype, 'replaceAll')) {
  Object.defineProperty(String.prototype, 'replaceAll', {
    value: function replaceAll(
      this: string,
      what: string | RegExp,
      by: string | ((found: string, ...groups: string[]) => string),
    ) {
      if (typeof by !== 'string') return this.replace(what, by);
      return typeof what === 'string' ? this.split(what).join(by) : this.replace(what, by);
    },
  });
}
