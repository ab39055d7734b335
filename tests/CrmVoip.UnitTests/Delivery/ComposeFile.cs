using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace CrmVoip.UnitTests.Delivery;

/// <summary>docker-compose.yml with its merge keys resolved.</summary>
internal sealed class ComposeFile
{
    private readonly Node _root;

    public ComposeFile()
    {
        var parser = new MergingParser(new Parser(new StringReader(Repository.Read("docker-compose.yml"))));
        parser.Consume<StreamStart>();
        _root = new Node(new DeserializerBuilder().Build().Deserialize<object>(parser));
    }

    public IReadOnlyDictionary<string, Node> Services => _root["services"].Children;

    public IEnumerable<string> Volumes => _root["volumes"].Children.Keys;

    public Node Service(string name) => Services[name];

    internal sealed class Node(object? value)
    {
        public Node this[string key] => Children.TryGetValue(key, out var child) ? child : new Node(null);

        public string? Text => value as string;

        public IReadOnlyDictionary<string, Node> Children =>
            (value as IDictionary<object, object> ?? new Dictionary<object, object>())
                .ToDictionary(pair => (string)pair.Key, pair => new Node(pair.Value));

        public IEnumerable<string> Items => (value as IEnumerable<object> ?? []).OfType<string>();
    }
}
