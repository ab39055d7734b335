namespace CrmVoip.TelephonyBench;

public sealed record Arguments(IReadOnlyCollection<string> Parts, string? Document, string? Idle)
{
    public static Arguments Read(string[] args)
    {
        var parts = new List<string>();
        string? document = null, idle = null;
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var word))
        {
            switch (word)
            {
                case "--document":
                    document = rest.Dequeue();
                    break;
                case "--idle":
                    idle = rest.Dequeue();
                    break;
                default:
                    parts.Add(word);
                    break;
            }
        }

        return new Arguments(parts, document, idle);
    }

    public bool Wants(string part) => Parts.Count == 0 || Parts.Contains(part);
}
