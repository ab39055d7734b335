using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrmVoip.IntegrationTests.Isolation;

/// <summary>Controls of one feature. A class that implements it is found by itself.</summary>
public interface IControles
{
    public IEnumerable<Controle> Todos { get; }
}

/// <summary>
/// A request that succeeds for a person of the resource's own organization. Only beside it does a 404 to somebody else
/// prove anything. Written as Controle.De(route).Com(id).Form(fields) or .Json(body).
/// </summary>
public sealed record Controle(string Rota)
{
    public Func<Cenario, Task<object[]>> Valores { get; private init; } = _ => Task.FromResult<object[]>([]);

    public Func<Cenario, CorpoDoPedido?> Corpo { get; private init; } = _ => null;

    /// <summary>Asked by somebody who is not signed in.</summary>
    public bool SemEntrar { get; private init; }

    /// <summary>The address carries a secret and serves whoever has it.</summary>
    public bool ComSegredo { get; private init; }

    /// <summary>Fields that are not shown again after bad input: secrets.</summary>
    public IReadOnlyCollection<string> Segredos { get; private init; } = [];

    /// <summary>Fields of the form that count only while another one is empty.</summary>
    public IReadOnlyDictionary<string, string> SoSem { get; private init; } = new Dictionary<string, string>();

    /// <summary>Text fields that may be of any length.</summary>
    public IReadOnlyCollection<string> Livres { get; private init; } = [];

    /// <summary>Why the form cannot be spoilt by Forms/FormulariosTests; null when it can.</summary>
    public string? NaoSeEstraga { get; private init; }

    public static IReadOnlyList<Controle> Todos { get; } =
    [
        .. typeof(Controle).Assembly.GetTypes()
            .Where(t => t.IsAssignableTo(typeof(IControles)) && !t.IsInterface)
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .SelectMany(t => ((IControles)Activator.CreateInstance(t)!).Todos),
    ];

    public static Controle De(string rota) => new(rota);

    public Controle Com(Func<Cenario, object> valor) => this with { Valores = c => Task.FromResult<object[]>([valor(c)]) };

    public Controle Com(Func<Cenario, Task<object>> valor) => this with { Valores = async c => [await valor(c)] };

    public Controle ComVarios(Func<Cenario, Task<object[]>> valores) => this with { Valores = valores };

    public Controle Form(Func<Cenario, (string Campo, string? Valor)[]> campos, params string[] segredos) =>
        this with { Corpo = c => new CorpoDeForm(campos(c)), Segredos = segredos };

    public Controle Json(Func<Cenario, object> corpo) => this with { Corpo = c => new CorpoJson(corpo(c)) };

    public Controle ContamSoSem(string outro, params string[] campos) => this with { SoSem = campos.ToDictionary(c => c, _ => outro) };

    public Controle SemLimite(params string[] campos) => this with { Livres = campos };

    public Controle SemEstragar(string porque) => this with { NaoSeEstraga = porque };

    public Controle Anonimo() => this with { SemEntrar = true };

    public Controle PorSegredo() => this with { ComSegredo = true };
}

/// <summary>A body whose fields can be changed one by one.</summary>
public abstract record CorpoDoPedido
{
    public abstract HttpContent Conteudo();

    /// <summary>The same with another value in a field ("ContatoId", "Eventos.Id").</summary>
    public abstract CorpoDoPedido Com(string campo, string valor);
}

public sealed record CorpoDeForm(IReadOnlyList<(string Campo, string? Valor)> Campos) : CorpoDoPedido
{
    public override HttpContent Conteudo() => new FormUrlEncodedContent(Campos.Select(c => KeyValuePair.Create(c.Campo, c.Valor ?? "")));

    public override CorpoDeForm Com(string campo, string valor) =>
        new([.. Campos.Where(c => !string.Equals(c.Campo, campo, StringComparison.OrdinalIgnoreCase)), (campo, valor)]);
}

public sealed record CorpoJson(object Valor) : CorpoDoPedido
{
    public override HttpContent Conteudo() => JsonContent.Create(Valor);

    public override CorpoJson Com(string campo, string valor)
    {
        var raiz = JsonSerializer.SerializeToNode(Valor, JsonSerializerOptions.Web)!;
        var passos = campo.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName).ToArray();
        var em = passos[..^1].Aggregate(raiz, (no, passo) => no[passo] is JsonArray lista ? lista[0]! : no[passo]!);
        em[passos[^1]] = valor;
        return new CorpoJson(raiz);
    }
}
