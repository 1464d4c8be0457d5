// The project is made by the class that `polypath plugin new` uses: it is in the archetype's jar. What the archetype
// plug-in made goes first; a folder with anything else in it is not touched.

import java.nio.file.Files
import java.nio.file.Path

Path project = Path.of(request.outputDirectory, request.artifactId)
Files.delete(project.resolve('pom.xml'))
Files.delete(project)

Properties answers = new Properties()
answers.putAll(request.properties)
answers.groupId = request.groupId
answers.artifactId = request.artifactId
answers.version = request.version
answers.package = request.package
Thread.currentThread().contextClassLoader.loadClass('org.polypath.client.project.ArchetypeProject').write(answers, project)
