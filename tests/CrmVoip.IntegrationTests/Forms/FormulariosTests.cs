using System.Net;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Xunit.Abstractions;

namespace CrmVoip.IntegrationTests.Forms;

/// <summary>
/// Bad input in every form of the product, found by the product itself: 422, a message at the field, nothing typed lost but
/// secrets. A new form joins by its control (Isolation/Controles).
/// </summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class FormulariosTests(AplicacaoFixture app, SimuladorDeTeste simulador, ITestOutputHelper saida) : IClassFixture<SimuladorDeTeste>
{
    private const int Demais = 5_000;
    private static readonly string[] _ilegiveis = ["", "null", "[]", "{", "\"texto\"", "{\"id\":{}}"];
    private readonly List<Formulario> _formularios = Formulario.Todos(app.Services);

    [Fact]
    public void Every_form_has_rules_and_a_control()
    {
        var todos = Formulario.Enumerar(app.Services);
        saida.WriteLine($"{todos.Count} forms: {string.Join(", ", todos.Select(f => $"{f.Rota} ({f.Tipo.Name})"))}.");
        foreach (var controle in Controle.Todos.Where(c => c.NaoSeEstraga is not null))
        {
            saida.WriteLine($"{controle.Rota} is not spoilt here: {controle.NaoSeEstraga}.");
        }

        Assert.NotEmpty(_formularios);
        Assert.Empty(todos.Where(f => !Formulario.TemRegras(app.Services, f.Tipo)).Select(f => $"{f.Tipo.Name} of {f.Rota} has no rules: add {f.Tipo.Name}Validator"));
        Assert.Empty(todos
            .Where(f => Controle.Todos.All(c => c.Rota != f.Rota.Nome))
            .Select(f => $"{f.Rota} has no valid form to spoil: add Controle.De(\"{f.Rota}\").Form(c => [(\"{f.Tipo.GetProperties()[0].Name}\", …), …]) to a class of Isolation/Controles"));
    }

    [Fact]
    public async Task Text_that_is_too_long_is_refused_at_its_field_and_nothing_typed_is_lost()
    {
        var conferidos = new List<string>();
        foreach (var formulario in _formularios)
        {
            using var cenario = await Cenario.CriarAsync(app, simulador);
            foreach (var campo in formulario.Textos.Except(formulario.Controle.Livres))
            {
                var resposta = await formulario.EnviarAsync(cenario, (campo, new string('x', Demais)));
                Recusado(resposta, campo);
                Assert.True(resposta.Erro(campo) is { Length: > 0 }, $"{formulario.Rota}: {campo} with {Demais} characters has no message at #{campo}-erro. Messages: {string.Join(" | ", resposta.Erros)}");
                Assert.True(resposta.MarcadoComoErrado(campo), $"{formulario.Rota}: #{campo} is not marked aria-invalid.");
                conferidos.Add($"{formulario.Rota} {campo}");
            }
        }

        saida.WriteLine($"{conferidos.Count} text fields: {string.Join(", ", conferidos)}.");
        Assert.NotEmpty(conferidos);
    }

    [Fact]
    public async Task Empty_form_is_refused_with_a_message()
    {
        foreach (var formulario in _formularios)
        {
            using var cenario = await Cenario.CriarAsync(app, simulador);
            var resposta = await formulario.EnviarAsync(cenario, [.. formulario.Campos.Select(c => (c.Name, ""))]);
            Assert.True(resposta.Status == 422, $"{formulario.Rota} empty answered {resposta.Status}.");
            Assert.True(resposta.Erros.Any(), $"{formulario.Rota} empty says at no field what is missing.");
        }
    }

    [Fact]
    public async Task Value_that_cannot_be_read_is_refused_in_words_and_nothing_typed_is_lost()
    {
        var conferidos = 0;
        foreach (var formulario in _formularios)
        {
            using var cenario = await Cenario.CriarAsync(app, simulador);
            foreach (var campo in formulario.Outros)
            {
                var resposta = await formulario.EnviarAsync(cenario, (campo, "isto-não-vale"));
                Recusado(resposta, campo);
                Assert.DoesNotContain("The value", resposta.Pagina.Body!.TextContent, StringComparison.Ordinal);
                conferidos++;
            }
        }

        saida.WriteLine($"{conferidos} fields that are no text.");
        Assert.True(conferidos > 0);
    }

    /// <summary>A direction mark, a variation selector, a no-break space: copied with the text from other programs.</summary>
    [Fact]
    public async Task What_nobody_sees_around_what_was_typed_is_no_mistake()
    {
        var conferidos = new List<string>();
        foreach (var formulario in _formularios)
        {
            using var cenario = await Cenario.CriarAsync(app, simulador);
            var resposta = await formulario.EnviarAsync(cenario);
            Assert.True(resposta.Status < 400, $"{formulario.Rota} as its control fills it answered {resposta.Status}.");
            using var outro = await Cenario.CriarAsync(app, simulador);
            (string, string)[] colados =
            [
                .. from campo in ((CorpoDeForm)formulario.Controle.Corpo(outro)!).Campos
                   where campo.Valor is { Length: > 0 } && formulario.Textos.Contains(campo.Campo) && !formulario.Controle.Segredos.Except(["Token"]).Contains(campo.Campo)
                   select (campo.Campo, $"\u200E{campo.Valor}\u200B\uFE0F\u00A0"),
            ];
            resposta = await formulario.EnviarAsync(outro, colados);
            Assert.True(resposta.Status < 400, $"{formulario.Rota} answered {resposta.Status} to pasted text: {string.Join(" | ", resposta.Erros)}");
            conferidos.AddRange(colados.Select(c => $"{formulario.Rota} {c.Item1}"));
        }

        saida.WriteLine($"{conferidos.Count} fields: {string.Join(", ", conferidos)}.");
        Assert.NotEmpty(conferidos);
    }

    [Fact]
    public async Task Body_that_cannot_be_read_is_refused_with_a_code()
    {
        using var cenario = await Cenario.CriarAsync(app, simulador);
        var corpos = Controle.Todos.SelectMany(c => Rota.Todas(app.Services).Where(r => r.Nome == c.Rota && r.Corpo is not null).Select(r => (Rota: r, Controle: c))).ToList();
        foreach (var (rota, controle) in corpos)
        {
            var caminho = rota.Caminho(await controle.Valores(cenario));
            foreach (var ilegivel in _ilegiveis.Where(i => (i != "{\"id\":{}}" || rota.CamposDeId.Contains("Id")) && !(rota.CorpoOpcional && i is "" or "null")))
            {
                var conteudo = new StringContent(ilegivel, System.Text.Encoding.UTF8, "application/json");
                var resposta = await cenario.Cliente.EnviarAsync(new HttpMethod(rota.Metodo), caminho, conteudo);
                Assert.True(resposta.StatusCode == HttpStatusCode.UnprocessableEntity, $"{rota} with the body «{ilegivel}» answered {(int)resposta.StatusCode}.");
                Assert.NotEqual("", (await ClienteDeTeste.LerAsync(resposta)).GetProperty("codigo").GetString());
            }
        }

        saida.WriteLine($"{corpos.Count} JSON bodies, {_ilegiveis.Length} ways to spoil each.");
        Assert.NotEmpty(corpos);
    }

    private static void Recusado(Resposta resposta, string campo)
    {
        var rota = resposta.Formulario.Rota;
        Assert.True(resposta.Status == 422, $"{rota} with a bad {campo} answered {resposta.Status}: refuse it with a rule, or name it in .SemLimite or .ContamSoSem of its control.");
        Assert.True(!resposta.Perdidos.Except([.. resposta.Formulario.Outros.Where(o => o == campo)]).Any(), $"{rota} with a bad {campo} lost what was typed in {string.Join(", ", resposta.Perdidos)}.");
        Assert.True(!resposta.SegredosMostrados.Any(), $"{rota} shows a secret again: {string.Join(", ", resposta.SegredosMostrados)}.");
    }
}
