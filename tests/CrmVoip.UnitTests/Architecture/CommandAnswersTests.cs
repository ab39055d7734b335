using System.Reflection;
using System.Runtime.CompilerServices;
using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Web;

namespace CrmVoip.UnitTests.Architecture;

/// <summary>One way to answer and one way to refuse: a Resultado or a Recusa, never a tuple, never a sentence that is null when it went well, never null for a thing that is not there.</summary>
public sealed class CommandAnswersTests
{
    private const BindingFlags Publicos = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>They are asked for what they answer; null is that there is none.</summary>
    private static readonly Dictionary<string, string> _sabidos = new()
    {
        ["BuscarGravacao.ExecutarAsync"] = "an answer",
        ["PartirRegistro.ExecutarAsync"] = "a record",
        ["AcharRegistro.RamalSabidoAsync"] = "a number",
        ["Autenticadores.SegredoNovoAsync"] = "the key of an app",
        ["ContatosPorNumero.UnicoAsync"] = "a contact and its deal",
        ["EnderecoConfirmado.FaltaAsync"] = "an address",
        ["SenhaDoRamal.AbrirAsync"] = "a password",
    };

    [Fact]
    public void No_command_answers_with_a_tuple_or_a_sentence()
    {
        var publicos = typeof(CrmDbContext).Assembly.GetTypes().Where(t => t.IsVisible && t.Namespace?.StartsWith("CrmVoip.Features.", StringComparison.Ordinal) == true);
        var tortos = Tortos(publicos).ToList();
        Assert.Empty(tortos.Except(_sabidos.Keys));
        Assert.Empty(_sabidos.Keys.Except(tortos));
    }

    [Fact]
    public void What_commands_answered_before_is_named() => Assert.Equal(
        typeof(ComoAntes).GetMethods(Publicos).Select(m => $"{nameof(ComoAntes)}.{m.Name}"),
        Tortos([typeof(ComoAntes)]));

    [Fact]
    public void What_they_answer_now_is_not() => Assert.Empty(Tortos([typeof(ComoAgora)]));

    private static IEnumerable<string> Tortos(IEnumerable<Type> tipos) =>
        from tipo in tipos
        from metodo in tipo.GetMethods(Publicos)
        where Resposta(metodo) is { } resposta && (EhTexto(resposta) || TemTupla(resposta.Type) || (metodo.Name == "ExecutarAsync" && FaltaSemRecusa(resposta)))
        select $"{tipo.Name}.{metodo.Name}";

    private static NullabilityInfo? Resposta(MethodInfo metodo) =>
        metodo.ReturnType is { IsGenericType: true } tipo && (tipo.GetGenericTypeDefinition() == typeof(Task<>) || tipo.GetGenericTypeDefinition() == typeof(ValueTask<>))
            ? new NullabilityInfoContext().Create(metodo.ReturnParameter).GenericTypeArguments[0]
            : null;

    private static bool EhTexto(NullabilityInfo resposta) => resposta.Type == typeof(string) && resposta.ReadState == NullabilityState.Nullable;

    private static bool FaltaSemRecusa(NullabilityInfo resposta) => resposta.ReadState == NullabilityState.Nullable && !typeof(Recusa).IsAssignableFrom(resposta.Type);

    private static bool TemTupla(Type tipo) => (typeof(ITuple).IsAssignableFrom(tipo) && tipo.IsValueType)
        || tipo.GetGenericArguments().Any(TemTupla)
        || (tipo.IsArray && TemTupla(tipo.GetElementType()!));

    private abstract class ComoAntes
    {
        public abstract Task<string?> ExecutarAsync();

        public abstract Task<Membro?> ExecutarAsync(Guid id);

        public abstract ValueTask<string?> ConferirAsync();

        public abstract Task<(Usuario? Usuario, IReadOnlyList<(string Campo, string Mensagem)> Erros)> CriarAsync();

        public abstract Task<(string Campo, string Mensagem)?> DesligarAsync();

        public abstract Task<(string? Recusa, bool PedeCodigo)> EntrarAsync();

        public abstract Task<(string Campo, string Mensagem)[]> LerAsync();

        public abstract Task<IReadOnlyList<(string Campo, string Mensagem)>> RecusarAsync();
    }

    private abstract class ComoAgora
    {
        public abstract Task<Recusa?> ExecutarAsync();

        public abstract Task<Resultado<Usuario>> CriarAsync();

        public abstract Task<Resultado<string>> AbrirAsync();

        public abstract Task<string> EscreverAsync();

        public abstract Task<IReadOnlyList<string>> ListarAsync();
    }
}
