export { permissionNames } from './skill/permission-names.js'
