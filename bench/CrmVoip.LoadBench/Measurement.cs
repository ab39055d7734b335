using System.Globalization;
using CrmVoip.Bench;
using CrmVoip.Limit;

namespace CrmVoip.LoadBench;

/// <summary>One run: the boards in turns, then the pages one by one, then the memory.</summary>
public sealed class Measurement(Sizes sizes, Databases databases)
{
    private readonly Instance _product = Instance.FromEnvironment("PRODUCT");
    private readonly Instance _few = Instance.FromEnvironment("PRODUCT_FEW");
    private readonly Instance _limit = Instance.FromEnvironment("LIMIT");
    private readonly List<string> _parts = [];

    public async Task RunAsync()
    {
        foreach (var database in new[] { databases.Many, databases.Few })
        {
            await Databases.RunAsync(database, "vacuum analyze");
        }

        await Databases.RunAsync(databases.Many, "checkpoint");
        var scenes = new List<(Scene Scene, Browser Browser)>();
        foreach (var (index, size) in sizes.Large.Index())
        {
            var scene = await Scene.ReadAsync(databases.Many, index + 1, size, sizes.Requests + 3);
            scenes.Add((scene, await Browser.SignInAsync(_product.Address, scene)));
        }

        var boards = await BoardsAsync(scenes);
        Tell(boards.AgainstTheLimit());
        Tell(boards.AsItGrows());
        Tell(boards.Spent());
        Tell(await MemoryAsync());
        Tell(await new Pages(sizes.Requests).MeasureAsync(scenes.Count > 1 ? scenes[^2..] : scenes));
        scenes.ForEach(s => s.Browser.Dispose());
        var section = new MeasuredSection("load", "product, limit, database and bench");
        var head = await section.HeadAsync(await SizesAsync(boards));
        Console.WriteLine(head);
        await section.WriteAsync(head, _parts, sizes.Document);
    }

    private async Task<Boards> BoardsAsync(List<(Scene Scene, Browser Browser)> scenes)
    {
        var tickets = new Ticket(Convert.FromHexString(Databases.Needed("LIMIT_KEY")));
        var pairs = scenes.ConvertAll(s => new Pair(
            s.Scene.Size,
            new Contestant($"product, {s.Scene.Slug}", _product, s.Browser.Cookies, s.Browser.Address("/oportunidades"), s.Scene.Cards),
            new Contestant(
                $"limit, {s.Scene.Slug}",
                _limit,
                $"{Ticket.Cookie}={tickets.Issue(new Person(s.Scene.Person, s.Scene.Organization), DateTimeOffset.UtcNow.AddHours(12))}",
                new Uri(_limit.Address, "/oportunidades"),
                s.Scene.Cards)));
        var scene = await Scene.ReadAsync(databases.Few, 1, sizes.Compared, 1);
        using var browser = await Browser.SignInAsync(_few.Address, scene);
        var boards = new Boards(sizes, pairs, new Contestant("product, few organizations", _few, browser.Cookies, browser.Address("/oportunidades"), scene.Cards));
        boards.Measure();
        return boards;
    }

    private async Task<string> MemoryAsync() => MeasuredSection.Table(
        "Memory after the boards, PSS", "process | MB", [$"the product | {await _product.MemoryAsync()}", $"the limit | {await _limit.MemoryAsync()}"]);

    private async Task<string> SizesAsync(Boards boards)
    {
        var rows = await Databases.ReadAsync(
            databases.Many,
            "select (select count(*) from organizacoes where slug like 'carga-%'), (select count(*) from oportunidades), pg_database_size(current_database()) / 1000000, current_setting('server_version')",
            r => (Organizations: r.GetInt64(0), Deals: r.GetInt64(1), Size: r.GetInt64(2), Version: r.GetString(3)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{rows[0].Organizations:N0} organizations with {rows[0].Deals:N0} deals and as many contacts and calls, {rows[0].Size:N0} MB in PostgreSQL {rows[0].Version}. {boards.Weights} Slices of {sizes.Seconds} s, {sizes.Rounds} of each.");
    }

    private void Tell(string part)
    {
        _parts.Add(part);
        Console.WriteLine(part);
    }
}
