import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { accessKey, type Access } from './access.js';

export interface Route {
  readonly method: string;
  /** As it is called, such as `/api/studies/:id`. */
  readonly path: string;
  readonly access: Access;
  /** Where it is written, for messages. */
  readonly handler: string;
}

/** Knows every route; a route that does not say whom it is for stops the start. */
@Injectable()
export class Routes implements OnModuleInit {
  all: readonly Route[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const found = this.discovery.getControllers().flatMap(({ metatype }) => (metatype ? this.ofController(metatype) : []));
    const unguarded = found.filter((route) => !route.access).map((route) => route.handler);
    if (unguarded.length > 0) throw new Error(`These routes say neither @Needs(…), @SignedIn() nor @Open(): ${unguarded.join(', ')}`);
    this.all = found as Route[];
  }

  /** The methods that an address takes, for one that was asked with another. */
  methodsAt(url: string): string[] {
    const path = url.split('?')[0] ?? '';
    return this.all.filter((route) => new RegExp(`^${route.path.replace(/:\\w+/g, '[^/]+')}$`).test(path)).map((route) => route.method);
  }

  private ofController(controller: { name: string; prototype?: unknown }) {
    const prototype = controller.prototype as Record<string, object>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name] as object;
      const path = Reflect.getMetadata(PATH_METADATA, handler) as string | string[] | undefined;
      if (path === undefined) return [];
      const base = Reflect.getMetadata(PATH_METADATA, controller) as string | string[];
      const access = (Reflect.getMetadata(accessKey, handler) ?? Reflect.getMetadata(accessKey, controller)) as Access | undefined;
      const method = RequestMethod[(Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined) ?? RequestMethod.GET];
      return [base]
        .flat()
        .flatMap((one) =>
          [path].flat().map((two) => ({ method, path: join('api', one, two), access, handler: `${controller.name}.${name}` })),
        );
    });
  }
}

function join(...parts: string[]): string {
  return `/${parts
    .map((part) => part.replace(/^\/+|\/+$/g, ''))
    .filter(Boolean)
    .join('/')}`;
}
