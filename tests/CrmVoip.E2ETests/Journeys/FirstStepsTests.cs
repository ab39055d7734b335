using CrmVoip.E2ETests.Infra;
using CrmVoip.E2ETests.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CrmVoip.E2ETests.Journeys;

public sealed class FirstStepsTests(Ambiente ambiente) : Jornada(ambiente)
{
    [Fact]
    public Task Steps_of_a_new_organization_tick_themselves_until_they_are_dismissed() => ComProvasAsync(async () =>
    {
        await using var navegador = await Ambiente.Navegador.SemPermissaoAsync();
        var sessao = Cuidar(await Ambiente.Navegador.NovaSessaoAsync(navegador));
        var pagina = sessao.Pagina;
        var cadastro = new CadastroPagina(pagina);
        await cadastro.AbrirAsync();
        await cadastro.PreencherAsync("Rita Campos", $"rita-{Guid.NewGuid():N}@vento.example", "girassol na janela azul", $"Vento {Guid.NewGuid():N}"[..30]);
        await cadastro.CriarAsync();
        await new QuadroPagina(pagina).EsperarAsync();
        var passos = new PrimeirosPassosFaixa(pagina);
        await Expect(passos.Passo("conexao")).ToHaveAttributeAsync("aria-current", "step");
        await passos.EstaAsync("microfone", "bloqueado");
        await AccessibilityTests.SemBarreirasAsync(pagina, "first steps");

        await passos.Faixa.GetByRole(AriaRole.Button, new() { Name = "Desbloquear o microfone" }).ClickAsync();
        await Expect(pagina.GetByText("Clique no ícone à esquerda do endereço")).ToBeVisibleAsync();
        await sessao.Contexto.GrantPermissionsAsync(["microphone"]);
        await passos.EstaAsync("microfone", "feito");

        await passos.Faixa.GetByRole(AriaRole.Link, new() { Name = "Conectar a API4COM" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Dialog).GetByLabel("Token")).ToBeVisibleAsync();
        await pagina.Keyboard.PressAsync("Escape");
        await passos.EstaAsync("conexao", "espera");
        await passos.EstaAsync("microfone", "feito");

        await passos.Faixa.GetByRole(AriaRole.Button, new() { Name = "Ocultar" }).ClickAsync();
        await Expect(passos.Faixa).ToHaveCountAsync(0);
        await QuadroAsync(pagina);
        await Expect(passos.Faixa).ToHaveCountAsync(0);
    });

    [Fact]
    public Task Who_calls_already_is_not_shown_how_to_begin() => ComProvasAsync(async () =>
    {
        var (sessao, _) = await EntrarAsync(Pessoa.Ana);
        await Expect(new PrimeirosPassosFaixa(sessao.Pagina).Faixa).ToHaveCountAsync(0);
    });
}
