using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>What the account revealed, beside what a person typed; webhooks that could not be read.</summary>
    public partial class DominioDaContaEAvisosIlegiveis : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "dominio_da_conta",
                table: "integracoes",
                type: "character varying(253)",
                maxLength: 253,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "gancho_ilegivel_em",
                table: "integracoes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ganchos_ilegiveis",
                table: "integracoes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "wss_da_conta",
                table: "integracoes",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "dominio_da_conta",
                table: "integracoes");

            migrationBuilder.DropColumn(
                name: "gancho_ilegivel_em",
                table: "integracoes");

            migrationBuilder.DropColumn(
                name: "ganchos_ilegiveis",
                table: "integracoes");

            migrationBuilder.DropColumn(
                name: "wss_da_conta",
                table: "integracoes");
        }
    }
}
