package dev.latchkey.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the pom of this module tells Jib. */
record JibSettings(Document pom) {

  private static final String PLUGIN = "//plugin[artifactId='jib-maven-plugin']";

  static JibSettings read() throws IOException, SAXException, ParserConfigurationException {
    return new JibSettings(
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(Path.of("pom.xml").toFile()));
  }

  /** Of all images; below {@code <container>}. */
  List<String> container(String path) {
    return texts(PLUGIN + "/configuration/container/" + path);
  }

  /** The executions, named for the services. */
  List<String> services() {
    return texts(PLUGIN + "/executions/execution/id");
  }

  /** The names of a service's labels. */
  List<String> labels(String service) {
    return names(PLUGIN + "/executions/execution[id='%s']".formatted(service) + "//labels/*");
  }

  String property(String name) {
    return texts("/project/properties/*[name()='%s']".formatted(name)).getFirst();
  }

  private List<String> texts(String path) {
    var nodes = nodes(path);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(index -> nodes.item(index).getTextContent().strip())
        .toList();
  }

  private List<String> names(String path) {
    var nodes = nodes(path);
    return IntStream.range(0, nodes.getLength())
        .mapToObj(index -> nodes.item(index).getNodeName())
        .toList();
  }

  private NodeList nodes(String path) {
    try {
      return (NodeList)
          XPathFactory.newInstance().newXPath().evaluate(path, pom, XPathConstants.NODESET);
    } catch (XPathExpressionException e) {
      throw new IllegalStateException(path, e);
    }
  }
}
