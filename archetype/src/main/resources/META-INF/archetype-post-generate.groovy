// Refuses what `polypath plugin new` refuses (the archetype plug-in judges answers only where it asks for them); else
// takes away what was not asked for, and the folders that are empty then.

import java.nio.file.Files
import java.nio.file.Path

Properties answers = request.properties
Path project = Path.of(request.outputDirectory, request.artifactId)

Closure refuse = { String why -> throw new IllegalArgumentException("$why: delete $project and begin again") }
if (!(answers.vendor =~ /[A-Za-z]/)) {
  refuse("the vendor '$answers.vendor' has no letter")
}
if (answers.vendor.contains('"') || answers.product.contains('"')) {
  refuse('vendor and product have no quotes')
}
['checker', 'prioritizer'].each { kind ->
  if (!(answers[kind] in ['true', 'false'])) {
    refuse("$kind is true or false, not '${answers[kind]}'")
  }
}

String code = answers['package'].replace('.', '/')
Path main = project.resolve('src/main/java').resolve(code)
if (answers.checker == 'false') {
  Files.delete(main.resolve('ArrayChecker.java'))
  Files.delete(project.resolve('src/test/java').resolve(code).resolve('ArrayCheckerTest.java'))
}
if (answers.prioritizer == 'false') {
  Files.delete(main.resolve('ArrayPrioritizer.java'))
}
for (Path folder = main; folder.toFile().list().length == 0; folder = folder.parent) {
  Files.delete(folder)
}
