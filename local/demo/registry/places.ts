import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { RegionId } from '../../../shared/core/ids'
import { RegionLevel } from '../../../shared/org/region'

/** 地区, as the statistical codes name it; the code is its id. */
export interface Place {
  readonly id: RegionId
  readonly name: string
  readonly level: RegionLevel
  readonly parent?: RegionId
  /** From the place itself up to its city. */
  readonly path: readonly RegionId[]
}

export interface Places {
  readonly all: readonly Place[]
  readonly of: (id: RegionId) => Place
  readonly inside: (id: RegionId) => readonly Place[]
}

export const cities = ['qingdao', 'jiujiang', 'changxing', 'linyi'] as const
export type CityName = (typeof cities)[number]

const Row = z.tuple([z.string().regex(/^\d+$/), z.string().min(1), z.string(), RegionLevel])
const folder = join(__dirname, '..', 'regions')

/** The real regions of these cities. Grids (网格) have no public list: four are made up in each community of the townships in `gridded`. */
export function readPlaces(names: readonly CityName[], gridded: ReadonlySet<string>): Places {
  const byId = new Map<string, Place>()
  const children = new Map<string, Place[]>()
  for (const name of names) {
    for (const row of rowsOf(`regions-${name}.csv`)) {
      const place = add(row)
      if (place.level === 'community' && place.parent !== undefined && gridded.has(place.parent)) addGrids(place)
    }
  }

  return {
    all: [...byId.values()],
    of(id) {
      const place = byId.get(id)
      if (place === undefined) throw new Error(`no such place: ${id}`)
      return place
    },
    inside: (id) => children.get(id) ?? [],
  }

  function add([code, name, above, level]: z.infer<typeof Row>): Place {
    const parent = above === '' ? undefined : byId.get(above)
    if (above !== '' && parent === undefined) throw new Error(`${name} stands before ${above}`)
    const id = RegionId.parse(code)
    const place = {
      id,
      name: level === 'community' ? spoken(name) : name,
      level,
      ...(parent === undefined ? {} : { parent: parent.id }),
      path: [id, ...(parent?.path ?? [])],
    }
    byId.set(id, place)
    if (parent !== undefined) children.set(parent.id, [...(children.get(parent.id) ?? []), place])
    return place
  }

  function addGrids(community: Place) {
    for (const [at, number] of ['一', '二', '三', '四'].entries())
      add([`${community.id}0${at + 1}`, `第${number}网格`, community.id, 'grid'])
  }
}

/** 玉带村 and 北门社区: what people call the place, not the name of its committee. */
function spoken(name: string): string {
  return name
    .replace(/(?:社区)?(?:居民委员会|居委会|居民委员)$/, '社区')
    .replace(/村?(?:村民委员会|村委会|民委员会|村民委员)$/, '村')
}

function rowsOf(file: string): z.infer<typeof Row>[] {
  const [, ...lines] = readFileSync(join(folder, file), 'utf8').trim().split('\n')
  return lines.map((line) => Row.parse(line.split(',')))
}

/** County codes in force, for invented identity numbers. */
export function countyCodes(): readonly string[] {
  const [, ...lines] = readFileSync(join(folder, 'area-codes.csv'), 'utf8').trim().split('\n')
  return lines.map((line) => line.slice(0, 6))
}
